package shopkeeper.application.profile;

import java.util.Comparator;
import java.util.List;
import shopkeeper.domain.kernel.Message;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Outcome.Accepted;
import shopkeeper.domain.kernel.Outcome.Refused;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.kernel.Recorded.Conflict;
import shopkeeper.domain.kernel.Recorded.Decided;
import shopkeeper.domain.kernel.Recorded.Duplicate;
import shopkeeper.domain.kernel.Recorded.Stale;
import shopkeeper.domain.kernel.Via;
import shopkeeper.domain.profile.Identifier;
import shopkeeper.domain.profile.Link;
import shopkeeper.domain.profile.ProfileCommand.Recognise;

/** Opens the register where the identifiers point and lets it say who that is. */
record RecogniseByIdentifiers(Registers registers, IdentifierKeys keys, Newcomers newcomers)
        implements RecogniseCustomer {
    @Override
    public Recognition recognise(
            Message message, List<Identifier> identifiers, Via via, Moment at) {
        var links =
                identifiers.stream()
                        .distinct()
                        .map(identifier -> Link.of(identifier, keys.keyOf(identifier)))
                        .toList();
        var command = new Recognise(links, newcomers.next(), via, at);
        var asked = links.stream().map(Link::key).toList();
        return switch (registers.decide(asked, message, register -> register.decide(command))) {
            case Decided(Refused(var refusal), _) -> new Recognition.NotRecognised(refusal);
            case Decided(Accepted(var facts), var position) ->
                    holder(links, !facts.isEmpty(), position);
            case Duplicate(var position) -> holder(links, false, position);
            case Conflict(var position, var contents) ->
                    new Recognition.Contradicted(position, contents);
            case Stale(_) ->
                    throw new IllegalStateException("whom somebody is has no version to expect");
        };
    }

    private Recognition holder(List<Link> links, boolean changed, Position position) {
        var register = registers.current(links.stream().map(Link::key).toList());
        // A device may have moved on since a message that is repeated now: what a person owns is
        // asked first.
        var customer =
                links.stream()
                        .sorted(Comparator.comparing(link -> link.type().isAnonymous()))
                        .flatMap(link -> register.holder(link.key()).stream())
                        .findFirst();
        return new Recognition.Recognised(customer.orElseThrow(), changed, position);
    }
}
