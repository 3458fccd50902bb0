/**
 * The living documentation: what was promised and how it went, for people who never saw a build.
 */
@NullMarked
package shopkeeper.acceptance.documentation;

import org.jspecify.annotations.NullMarked;
