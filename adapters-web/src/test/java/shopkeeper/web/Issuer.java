package shopkeeper.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;

/** Somebody whose tokens the shop trusts, and whoever would like to be. */
final class Issuer {
    static final String NAME = "https://id.example";
    static final String AUDIENCE = "shopkeeper";
    static final RSAKey KEY = key("2026-11");
    // As the wall clock of the shop in memory has it.
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:10Z");

    private Issuer() {}

    /** The settings of a shop that trusts it. */
    static Map<String, Object> trusted() {
        return trusted(keysInFile(KEY));
    }

    static Map<String, Object> trusted(Path keys) {
        return Map.of(
                "shopkeeper.limits",
                "wrong-keys=1000000/60",
                "shopkeeper.jwt.issuer",
                NAME,
                "shopkeeper.jwt.audience",
                AUDIENCE,
                "shopkeeper.jwt.keys",
                keys.toString());
    }

    static Path keysInFile(RSAKey... keys) {
        try {
            var file = Files.createTempFile("issuer", ".jwks");
            file.toFile().deleteOnExit();
            return Files.writeString(file, new JWKSet(List.of(keys)).toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RSAKey key(String name) {
        try {
            return new RSAKeyGenerator(2048).keyID(name).generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    /** A good one, for a program that may do nothing yet. */
    static Words token() {
        return new Words(
                new JWTClaimsSet.Builder()
                        .issuer(NAME)
                        .audience(AUDIENCE)
                        .subject("crm-1")
                        .expirationTime(Date.from(NOW.plusSeconds(300)))
                        .build());
    }

    /** What a token says. */
    record Words(JWTClaimsSet claims) {
        Words scope(String scope) {
            return with("scope", scope);
        }

        Words with(String claim, Object value) {
            return new Words(new JWTClaimsSet.Builder(claims).claim(claim, value).build());
        }

        Words without(String claim) {
            var kept = new JWTClaimsSet.Builder();
            claims.getClaims().entrySet().stream()
                    .filter(entry -> !entry.getKey().equals(claim))
                    .forEach(entry -> kept.claim(entry.getKey(), entry.getValue()));
            return new Words(kept.build());
        }

        Words expiring(Instant when) {
            return new Words(
                    new JWTClaimsSet.Builder(claims).expirationTime(Date.from(when)).build());
        }

        Words expired() {
            return expiring(NOW.minusSeconds(60));
        }

        String signed() {
            return signed(KEY);
        }

        String signed(RSAKey key) {
            try {
                return signed(JWSAlgorithm.RS256, key.getKeyID(), new RSASSASigner(key));
            } catch (JOSEException e) {
                throw new AssertionError(e);
            }
        }

        /** As if the public key, which everybody has, were a secret (HS256). */
        String signedWithPublicKey() {
            try {
                var everybodys = KEY.toRSAPublicKey().getEncoded();
                return signed(JWSAlgorithm.HS256, KEY.getKeyID(), new MACSigner(everybodys));
            } catch (JOSEException e) {
                throw new AssertionError(e);
            }
        }

        String unsigned() {
            return new PlainJWT(claims).serialize();
        }

        private String signed(JWSAlgorithm algorithm, String key, JWSSigner signer)
                throws JOSEException {
            var jwt = new SignedJWT(new JWSHeader.Builder(algorithm).keyID(key).build(), claims);
            jwt.sign(signer);
            return jwt.serialize();
        }
    }
}
