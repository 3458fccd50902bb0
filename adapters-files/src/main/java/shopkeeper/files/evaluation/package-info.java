/** Files that models are measured with: who bought what, and what they did next. */
@NullMarked
package shopkeeper.files.evaluation;

import org.jspecify.annotations.NullMarked;
