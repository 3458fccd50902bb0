package shopkeeper.domain.recommendation;

import java.util.Locale;
import java.util.Optional;

/** What a slate is looked at on: it has room for so many suggestions. */
public enum Device {
    PHONE(4),
    TABLET(6),
    DESKTOP(10);

    private final int room;

    Device(int room) {
        this.room = room;
    }

    /** As clients call it; empty where nobody knows it. */
    public static Optional<Device> of(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "phone", "mobile" -> Optional.of(PHONE);
            case "tablet" -> Optional.of(TABLET);
            case "desktop" -> Optional.of(DESKTOP);
            case String _ -> Optional.empty();
        };
    }

    public int room() {
        return room;
    }
}
