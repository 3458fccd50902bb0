@org.jspecify.annotations.NullMarked
package shopkeeper.proofs;
