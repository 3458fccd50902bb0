package shopkeeper.domain.behavior;

import shopkeeper.domain.kernel.Money;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.Refusal;

/** Why a receipt cannot be true. */
public sealed interface BehaviorRefusal extends Refusal {
    record NothingOnIt() implements BehaviorRefusal {
        @Override
        public String code() {
            return "nothing-on-it";
        }

        @Override
        public String words() {
            return "A receipt without a line is no receipt.";
        }
    }

    record SumsDoNotAdd(Money lines, Money total) implements BehaviorRefusal {
        @Override
        public String code() {
            return "sums-do-not-add";
        }

        @Override
        public String words() {
            return "The lines and the discount come to "
                    + lines
                    + ", the receipt says "
                    + total
                    + ".";
        }
    }

    /** A discount above zero, or a return that costs the customer something. */
    record WrongSign(String what) implements BehaviorRefusal {
        @Override
        public String code() {
            return "wrong-sign";
        }

        @Override
        public String words() {
            return "The " + what + " has the wrong sign.";
        }
    }

    record MixedCurrencies() implements BehaviorRefusal {
        @Override
        public String code() {
            return "mixed-currencies";
        }

        @Override
        public String words() {
            return "A receipt has one currency.";
        }
    }

    record AlreadyVoided(ReceiptId sale) implements BehaviorRefusal {
        @Override
        public String code() {
            return "already-voided";
        }

        @Override
        public String words() {
            return "Receipt " + sale + " was voided: nothing of it is left.";
        }
    }

    record OtherCurrency(ReceiptId sale) implements BehaviorRefusal {
        @Override
        public String code() {
            return "other-currency";
        }

        @Override
        public String words() {
            return "Receipt " + sale + " was paid in another currency.";
        }
    }

    record VoidsItself() implements BehaviorRefusal {
        @Override
        public String code() {
            return "voids-itself";
        }

        @Override
        public String words() {
            return "A void names the receipt it takes back, not its own.";
        }
    }

    record MoreReturnedThanBought(ProductId product) implements BehaviorRefusal {
        @Override
        public String code() {
            return "more-returned-than-bought";
        }

        @Override
        public String words() {
            return "More of "
                    + product
                    + " comes back than was bought on that receipt and not returned yet.";
        }
    }
}
