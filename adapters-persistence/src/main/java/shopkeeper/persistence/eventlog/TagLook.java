package shopkeeper.persistence.eventlog;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.EventCriterion;

/**
 * The look that every decision begins with: facts with any of some tags, whatever their names, or
 * with any of other tags and one of some names.
 */
record TagLook(Set<String> tags, Set<String> namedTags, Set<QualifiedName> names) {
    /** Empty where the criteria ask for more than this look can see. */
    static Optional<TagLook> of(EventCriteria criteria) {
        Set<String> tags = new HashSet<>();
        Set<String> namedTags = new HashSet<>();
        Set<Set<QualifiedName>> names = new HashSet<>();
        for (EventCriterion criterion : criteria.flatten()) {
            if (criterion.tags().size() != 1) {
                return Optional.empty();
            }
            String tag = TagText.of(criterion.tags().iterator().next());
            if (criterion.types().isEmpty()) {
                tags.add(tag);
            } else {
                namedTags.add(tag);
                names.add(criterion.types());
            }
        }
        boolean simple = criteria.hasCriteria() && names.size() <= 1;
        return simple
                ? Optional.of(
                        new TagLook(
                                tags,
                                namedTags,
                                names.isEmpty() ? Set.of() : names.iterator().next()))
                : Optional.empty();
    }
}
