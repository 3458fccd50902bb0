package shopkeeper.domain.consent;

import shopkeeper.domain.kernel.Ascii;

/**
 * What proves a word that was only spoken: who heard it, and in which call or chat.
 *
 * @param agent the staff's own opaque id, never a name
 * @param call the id under which the call or chat is kept, never a telephone number
 */
public record WordOfMouth(String agent, String call) {
    public WordOfMouth {
        Ascii.id("agent", agent);
        Ascii.id("call", call);
    }
}
