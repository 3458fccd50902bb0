package shopkeeper.messaging.kernel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * XML in a CloudEvent's binary mode, or bare as older tills send it: then the till is the one the
 * broker vouches for, and the message is named by what it says.
 */
public final class XmlEnvelope {
    /** Of messages whose content is a POSLog. */
    public static final String POSLOG = "retail.pos.poslog.v1";

    private static final Pattern XML =
            Pattern.compile("(application|text)/([a-z0-9.-]+\\+)?xml\\s*(;.*)?");
    private static final Pattern TILL = Pattern.compile("till:([^:]+):([^:]+)");
    private static final String BODY = "xml";

    private XmlEnvelope() {}

    static boolean isXml(String contentType) {
        return XML.matcher(contentType.toLowerCase(Locale.ROOT)).matches();
    }

    static CloudEvent bare(byte[] body, Optional<String> broughtBy) {
        var till =
                broughtBy
                        .map(TILL::matcher)
                        .filter(Matcher::matches)
                        .orElseThrow(() ->
                                new MalformedMessage(
                                        "XML without cloudEvents_ properties is only taken from a"
                                                + " till that signed in as itself."));
        return withBody(
                new CloudEvent(
                        POSLOG,
                        "urn:store:%s:till:%s".formatted(till.group(1), till.group(2)),
                        "poslog-" + digest(body),
                        Optional.empty(),
                        Optional.empty(),
                        StrictJson.object()),
                body);
    }

    static CloudEvent withBody(CloudEvent event, byte[] body) {
        var data = StrictJson.object();
        data.put(BODY, new String(body, StandardCharsets.ISO_8859_1));
        return new CloudEvent(
                event.type(), event.source(), event.id(), event.time(), event.expiry(), data);
    }

    /** The bytes as they came: XML says itself how they are to be read. */
    public static Optional<byte[]> body(CloudEvent event) {
        var body = event.data().get(BODY);
        return body == null || !body.isString()
                ? Optional.empty()
                : Optional.of(body.stringValue().getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String digest(byte[] body) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(body);
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
