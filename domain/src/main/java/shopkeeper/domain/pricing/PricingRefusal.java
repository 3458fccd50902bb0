package shopkeeper.domain.pricing;

import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.Refusal;

/** Why a price book cannot be published. */
public sealed interface PricingRefusal extends Refusal {
    record MixedCurrencies(ProductId product) implements PricingRefusal {
        @Override
        public String code() {
            return "mixed-currencies";
        }

        @Override
        public String words() {
            return "The price of " + product + " is not in the currency of its book.";
        }
    }

    record PriceNotPositive(ProductId product) implements PricingRefusal {
        @Override
        public String code() {
            return "price-not-positive";
        }

        @Override
        public String words() {
            return "The price of " + product + " must be above zero.";
        }
    }

    record NeverValid() implements PricingRefusal {
        @Override
        public String code() {
            return "never-valid";
        }

        @Override
        public String words() {
            return "The book ends before it begins.";
        }
    }
}
