package shopkeeper.domain.profile;

import java.util.List;
import java.util.stream.Stream;

/** The keys behind links. */
final class Links {
    private Links() {}

    static List<IdentifierKey> keys(List<Link> links) {
        return links.stream().map(Link::key).toList();
    }

    static List<IdentifierKey> keys(List<Link> links, List<IdentifierKey> more) {
        return Stream.concat(links.stream().map(Link::key), more.stream()).distinct().toList();
    }
}
