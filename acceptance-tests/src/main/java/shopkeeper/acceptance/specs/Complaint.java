package shopkeeper.acceptance.specs;

import java.nio.file.Path;

/** What is wrong with a feature file itself, in a sentence. */
public record Complaint(Path file, int line, String words) {}
