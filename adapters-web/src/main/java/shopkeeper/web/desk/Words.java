package shopkeeper.web.desk;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import shopkeeper.domain.consent.Use;
import shopkeeper.domain.kernel.Channel;
import shopkeeper.domain.kernel.ContactMethod;
import shopkeeper.domain.kernel.Via;
import shopkeeper.domain.profile.IdentifierType;
import shopkeeper.web.desk.Shown.When;

/** The shop's words as a person at the desk reads them. */
final class Words {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss 'UTC'", Locale.UK)
                    .withZone(ZoneOffset.UTC);
    private static final int SHOWN_DIGITS = 3;

    private Words() {}

    static When when(Instant time) {
        return new When(time.toString(), TIME.format(time));
    }

    static String where(Via via) {
        return channel(via.channel()) + ", " + via.touchpoint();
    }

    static String channel(Channel channel) {
        return switch (channel) {
            case ONLINE -> "online";
            case IN_STORE -> "in store";
            case SUPPORT -> "in support";
        };
    }

    /** How the channel looks: each has a color and a shape. */
    static String style(Channel channel) {
        return switch (channel) {
            case ONLINE -> "online";
            case IN_STORE -> "store";
            case SUPPORT -> "support";
        };
    }

    static String use(Use use) {
        String purpose = spoken(use.purpose().name());
        return use.contactMethod().map(method -> purpose + " by " + method(method)).orElse(purpose);
    }

    private static String method(ContactMethod method) {
        return switch (method) {
            case EMAIL -> "e-mail";
            case SMS -> "SMS";
            case PUSH -> "push message";
            case SOCIAL -> "social message";
            case POST -> "post";
            case PHONE -> "phone";
        };
    }

    static String type(IdentifierType type) {
        return switch (type) {
            case LOYALTY -> "Loyalty card";
            case EMAIL -> "E-mail";
            case PHONE -> "Telephone";
            case ANONYMOUS -> "Device";
            case CRM -> "Customer number";
            case RECEIPT -> "Receipt";
        };
    }

    static String mode(String mode) {
        return switch (mode) {
            case "PERSONAL" -> "Personal";
            case "SEGMENT" -> "For people alike";
            case "POPULAR" -> "What is popular";
            default -> "The same for everybody";
        };
    }

    /** Enough to recognise it by, not enough to use it. */
    static String masked(IdentifierType type, String value) {
        int at = value.indexOf('@');
        if (type == IdentifierType.EMAIL && at > 0) {
            return value.charAt(0)
                    + "…@"
                    + (at + 1 < value.length() ? value.charAt(at + 1) : "")
                    + "…";
        }
        return value.length() > 2 * SHOWN_DIGITS
                ? "…" + value.substring(value.length() - SHOWN_DIGITS)
                : "…";
    }

    /** CONTENT_PERSONALIZATION: Content personalization. */
    static String spoken(String name) {
        String words = name.toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
