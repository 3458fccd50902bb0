package shopkeeper.web.security;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/** What a token must say besides being signed: who gave it out, for whom, and until when. */
final class TokenRules implements OAuth2TokenValidator<Jwt> {
    /** As much as two machines' clocks may differ. */
    private static final Duration SKEW = Duration.ofSeconds(30);

    private final String issuer;
    private final String audience;
    private final InstantSource clock;

    /**
     * @param clock of the wall: a shop's clock that stands still must keep no token alive
     */
    TokenRules(String issuer, String audience, InstantSource clock) {
        this.issuer = issuer;
        this.audience = audience;
        this.clock = clock;
    }

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        var wrong = new ArrayList<OAuth2Error>();
        if (!issuer.equals(token.getClaimAsString("iss"))) {
            wrong.add(because("it is from another issuer"));
        }
        var audiences = token.getAudience();
        if (audiences == null || !audiences.contains(audience)) {
            wrong.add(because("it is for another audience"));
        }
        if (token.getSubject() == null) {
            wrong.add(because("it names no subject"));
        }
        wrong.addAll(untimely(token));
        return wrong.isEmpty()
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(wrong);
    }

    private List<OAuth2Error> untimely(Jwt token) {
        var now = clock.instant();
        var until = token.getExpiresAt();
        if (until == null) {
            return List.of(because("it never expires"));
        }
        if (!now.minus(SKEW).isBefore(until)) {
            return List.of(because("it has expired"));
        }
        var from = token.getNotBefore();
        return from != null && from.isAfter(now.plus(SKEW))
                ? List.of(because("it is not good yet"))
                : List.of();
    }

    private static OAuth2Error because(String why) {
        return new OAuth2Error("invalid_token", why, null);
    }
}
