package shopkeeper.comparison;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The same fields, and about as many bytes, as the event of ours that it is compared with. No
 * records: the library's XML cannot read them.
 */
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
final class ConsentSaid {
    final String customer;
    final Use use;
    final Notice notice;
    final String method;
    final Via via;
    final At at;
    final boolean granted;

    @JsonCreator
    ConsentSaid(
            @JsonProperty("customer") String customer,
            @JsonProperty("use") Use use,
            @JsonProperty("notice") Notice notice,
            @JsonProperty("method") String method,
            @JsonProperty("via") Via via,
            @JsonProperty("at") At at,
            @JsonProperty("granted") boolean granted) {
        this.customer = customer;
        this.use = use;
        this.notice = notice;
        this.method = method;
        this.via = via;
        this.at = at;
        this.granted = granted;
    }

    static ConsentSaid of(ConsentAsked asked) {
        return new ConsentSaid(
                asked.customer(),
                new Use(asked.purpose(), ""),
                new Notice("cookie-banner", "2026-01", "de-CH"),
                "TOGGLE",
                new Via("ONLINE", "web"),
                new At(asked.at(), asked.at()),
                asked.granted());
    }

    @JsonAutoDetect(fieldVisibility = Visibility.ANY)
    static final class Use {
        final String purpose;
        final String contactMethod;

        @JsonCreator
        Use(
                @JsonProperty("purpose") String purpose,
                @JsonProperty("contactMethod") String contactMethod) {
            this.purpose = purpose;
            this.contactMethod = contactMethod;
        }
    }

    @JsonAutoDetect(fieldVisibility = Visibility.ANY)
    static final class Notice {
        final String id;
        final String version;
        final String locale;

        @JsonCreator
        Notice(
                @JsonProperty("id") String id,
                @JsonProperty("version") String version,
                @JsonProperty("locale") String locale) {
            this.id = id;
            this.version = version;
            this.locale = locale;
        }
    }

    @JsonAutoDetect(fieldVisibility = Visibility.ANY)
    static final class Via {
        final String channel;
        final String touchpoint;

        @JsonCreator
        Via(
                @JsonProperty("channel") String channel,
                @JsonProperty("touchpoint") String touchpoint) {
            this.channel = channel;
            this.touchpoint = touchpoint;
        }
    }

    @JsonAutoDetect(fieldVisibility = Visibility.ANY)
    static final class At {
        final String occurred;
        final String received;

        @JsonCreator
        At(@JsonProperty("occurred") String occurred, @JsonProperty("received") String received) {
            this.occurred = occurred;
            this.received = received;
        }
    }
}
