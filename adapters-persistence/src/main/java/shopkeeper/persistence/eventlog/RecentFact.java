package shopkeeper.persistence.eventlog;

import java.util.Set;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventstreaming.Tag;

/** What the check of a condition needs of a fact. */
record RecentFact(long position, QualifiedName name, Set<Tag> tags) {}
