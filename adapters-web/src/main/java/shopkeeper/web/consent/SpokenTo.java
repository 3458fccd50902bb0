package shopkeeper.web.consent;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shopkeeper.application.access.Client;
import shopkeeper.domain.consent.Standing.Choice;
import shopkeeper.domain.consent.WordOfMouth;
import shopkeeper.web.kernel.Input;
import shopkeeper.web.kernel.Problem;
import shopkeeper.web.security.Callers;

/**
 * Who heard a word that was only spoken: whoever calls, by key or token, and never a name that the
 * caller writes.
 *
 * @param agent empty for a program
 */
record SpokenTo(Optional<String> agent) {
    static SpokenTo caller() {
        return new SpokenTo(Callers.caller().flatMap(Client::agent));
    }

    Optional<WordOfMouth> heard(Choice choice, ConsentJson.@Nullable Heard evidence) {
        // GDPR Art. 7(3): a withdrawal is obeyed, whoever passes it on; it keeps who heard it.
        if (choice == Choice.WITHDRAWN) {
            var call =
                    Optional.ofNullable(evidence).flatMap(told -> Optional.ofNullable(told.call()));
            return agent.map(who -> word(who, call));
        }
        if (evidence == null) {
            return Optional.empty();
        }
        var call = Input.required("evidence.call", evidence.call());
        var who = agent.orElseThrow(SpokenTo::byNobody);
        if (evidence.agent() != null && !evidence.agent().equals(who)) {
            throw Problem.of(
                            403,
                            "not-permitted",
                            "Not permitted",
                            "evidence.agent is whoever the key or token belongs to: leave it out.")
                    .asException();
        }
        return Optional.of(word(who, Optional.of(call)));
    }

    private static WordOfMouth word(String agent, Optional<String> call) {
        return Input.word("evidence.call", call, id -> new WordOfMouth(agent, id));
    }

    private static RuntimeException byNobody() {
        return Problem.of(
                        403,
                        "not-permitted",
                        "Not permitted",
                        "Only an agent hears what is spoken: use an agent's key or token.")
                .asException();
    }
}
