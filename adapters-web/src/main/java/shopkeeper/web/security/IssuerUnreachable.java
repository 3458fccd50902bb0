package shopkeeper.web.security;

import org.springframework.security.core.AuthenticationException;

/** The issuer does not say which its keys are, so nobody can tell whether a token is good. */
final class IssuerUnreachable extends AuthenticationException {
    private static final long serialVersionUID = 1;

    IssuerUnreachable(Throwable cause) {
        super("the issuer's keys cannot be read", cause);
    }
}
