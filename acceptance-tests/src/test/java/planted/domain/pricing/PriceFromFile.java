package planted.domain.pricing;

import java.nio.file.Path;

/** A rule of the shop that knows of files. */
public record PriceFromFile(Path file) {}
