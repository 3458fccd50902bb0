package shopkeeper.web.security;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import shopkeeper.application.access.Client;
import shopkeeper.application.access.Token;

/** Reads the tokens (JWT) of the one issuer that the shop trusts. */
final class Tokens {
    private static final int LONGEST = 8192;
    // Only with a key pair: who checks a token must not be able to make one.
    private static final Set<JWSAlgorithm> SIGNED =
            Set.copyOf(
                    Stream.concat(
                                    JWSAlgorithm.Family.RSA.stream(),
                                    Stream.of(
                                            JWSAlgorithm.ES256,
                                            JWSAlgorithm.ES384,
                                            JWSAlgorithm.ES512))
                            .collect(Collectors.toSet()));

    private final NimbusJwtDecoder decoder;

    /**
     * @param keys the issuer's public ones
     */
    Tokens(String issuer, String audience, JWKSource<SecurityContext> keys, InstantSource clock) {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(SIGNED, keys));
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(
                        JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        // The decoder asks our rules afterwards.
        processor.setJWTClaimsSetVerifier((_, _) -> {});
        decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(new TokenRules(issuer, audience, clock));
    }

    /** A key has no dot in it, a token has two. */
    static boolean isOne(String shown) {
        return shown.chars().filter(c -> c == '.').count() == 2;
    }

    Client client(String shown) {
        if (shown.length() > LONGEST) {
            throw new InvalidBearerTokenException("it is longer than 8192 characters");
        }
        try {
            var jwt = decoder.decode(shown);
            return new Token(Objects.requireNonNull(jwt.getSubject()), words(jwt)).client();
        } catch (JwtValidationException e) {
            throw refused(e.getErrors().stream().map(OAuth2Error::getDescription).toList());
        } catch (BadJwtException e) {
            throw refused(List.of("it is not signed with a key of its issuer"));
        } catch (JwtException e) {
            throw IssuersKeys.isAskedTooOften(e)
                    ? refused(List.of("it is not signed with a key of its issuer"))
                    : new IssuerUnreachable(e);
        } catch (IllegalArgumentException e) {
            throw refused(List.of(String.valueOf(e.getMessage())));
        }
    }

    private static InvalidBearerTokenException refused(List<String> why) {
        return new InvalidBearerTokenException(String.join(", ", why));
    }

    /** As one text, as OAuth has it, or as a list, as some issuers send it. */
    private static Set<String> words(Jwt jwt) {
        return Stream.of("scope", "scp")
                .map(name -> jwt.getClaims().getOrDefault(name, ""))
                .flatMap(said ->
                        said instanceof List<?> list
                                ? list.stream().map(String::valueOf)
                                : Stream.of(String.valueOf(said).split(" ", -1)))
                .collect(Collectors.toSet());
    }
}
