package planted.application.pricing;

import java.net.URI;

/** A use case that knows how it is reached. */
public record PriceOverHttp(URI address) {}
