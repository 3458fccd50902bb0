package planted.domain.pricing;

import planted.application.pricing.PriceOfToday;

/** A rule of the shop that knows who uses it. */
public record PriceFromApplication(PriceOfToday price) {}
