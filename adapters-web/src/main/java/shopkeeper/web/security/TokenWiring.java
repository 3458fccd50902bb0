package shopkeeper.web.security;

import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whose tokens are taken: nobody's, unless the settings name an issuer. */
@Configuration(proxyBeanMethods = false)
class TokenWiring {
    /**
     * @param issuer SHOPKEEPER_JWT_ISSUER
     * @param audience SHOPKEEPER_JWT_AUDIENCE
     * @param where SHOPKEEPER_JWT_KEYS, a file or an address
     */
    @Bean
    static TrustedIssuer trustedIssuer(
            @Value("${shopkeeper.jwt.issuer:}") String issuer,
            @Value("${shopkeeper.jwt.audience:}") String audience,
            @Value("${shopkeeper.jwt.keys:}") String where,
            @Qualifier("wallClock") InstantSource clock) {
        long said =
                Stream.of(issuer, audience, where).filter(setting -> !setting.isBlank()).count();
        if (said == 0) {
            return new TrustedIssuer(Optional.empty());
        }
        if (said < 3) {
            throw new IllegalStateException(
                    "SHOPKEEPER_JWT_ISSUER, SHOPKEEPER_JWT_AUDIENCE and SHOPKEEPER_JWT_KEYS belong together: set all three, or none");
        }
        return new TrustedIssuer(
                Optional.of(new Tokens(issuer, audience, IssuersKeys.at(where), clock)));
    }

    /** The issuer whose tokens are taken, where there is one. */
    record TrustedIssuer(Optional<Tokens> tokens) {}
}
