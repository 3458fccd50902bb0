package shopkeeper.domain.kernel;

/** Something that happened, in any channel; never edited, only followed by another. */
public interface Fact {}
