package shopkeeper.domain.kernel;

/** The channel of a meeting and the concrete place in it: web, app, till, kiosk, phone, chat. */
public record Via(Channel channel, String touchpoint) {
    public Via {
        Ascii.id("touchpoint", touchpoint);
    }

    public static Via web() {
        return new Via(Channel.ONLINE, "web");
    }

    public static Via till() {
        return new Via(Channel.IN_STORE, "till");
    }

    public static Via phone() {
        return new Via(Channel.SUPPORT, "phone");
    }
}
