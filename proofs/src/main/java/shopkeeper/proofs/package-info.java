/** What the platform promises, put to the proof from outside. */
@NullMarked
package shopkeeper.proofs;

import org.jspecify.annotations.NullMarked;
