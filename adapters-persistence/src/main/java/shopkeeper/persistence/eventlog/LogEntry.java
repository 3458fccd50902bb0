package shopkeeper.persistence.eventlog;

import shopkeeper.application.kernel.Logged;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.kernel.Position;

/** What stands at one position of the log, whether this program can read it or not. */
public sealed interface LogEntry {
    Position position();

    /** The fact's logical name. */
    String name();

    /** A fact as it was told. */
    record Legible(Logged<? extends Fact> logged, String name) implements LogEntry {
        @Override
        public Position position() {
            return logged.position();
        }
    }

    /**
     * A fact of an unknown name or a newer version, or in a broken form.
     *
     * @param kind the class its name belongs to; {@link Fact} where the name is unknown
     */
    record Illegible(Position position, String name, Class<?> kind, UnreadableFact why)
            implements LogEntry {}
}
