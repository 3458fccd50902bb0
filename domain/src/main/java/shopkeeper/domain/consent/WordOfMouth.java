package shopkeeper.domain.consent;

import java.util.Optional;
import shopkeeper.domain.kernel.Ascii;

/**
 * What proves a word that was only spoken: who heard it, and in which call or chat. Only a
 * withdrawal stands without the call.
 *
 * @param agent the staff's own opaque id, never a name
 * @param call the id under which the call or chat is kept, never a telephone number
 */
public record WordOfMouth(String agent, Optional<String> call) {
    public WordOfMouth {
        Ascii.id("agent", agent);
        call.ifPresent(id -> Ascii.id("call", id));
    }

    public WordOfMouth(String agent, String call) {
        this(agent, Optional.of(call));
    }

    /** As a proof is read out. */
    public String words() {
        return "heard by agent " + agent + call.map(id -> " in call " + id).orElse("");
    }
}
