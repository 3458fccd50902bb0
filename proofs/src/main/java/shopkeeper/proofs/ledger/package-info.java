/**
 * A customer of the platform who trusts nobody: a process of its own that keeps its own books and
 * shares no code with what it watches.
 */
@NullMarked
package shopkeeper.proofs.ledger;

import org.jspecify.annotations.NullMarked;
