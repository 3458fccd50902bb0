package shopkeeper.web.behavior;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import org.jspecify.annotations.Nullable;
import shopkeeper.application.behavior.AskTraits.Traits;
import shopkeeper.domain.behavior.Trait;
import shopkeeper.domain.behavior.Trait.Because;
import shopkeeper.domain.behavior.Trait.Favorite;
import shopkeeper.domain.behavior.Trait.Finding;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.web.kernel.MoneyJson;

/** Traits on the wire. */
@JsonInclude(JsonInclude.Include.NON_NULL)
final class TraitsJson {
    private TraitsJson() {}

    /**
     * What is concluded about a customer.
     *
     * @param evidence of the permission it rests on
     * @param withheld set: why nothing is concluded
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OfCustomer(
            String customer,
            List<One> traits,
            @Nullable String evidence,
            @Nullable Withheld withheld) {
        static OfCustomer of(CustomerId customer, Traits traits) {
            return switch (traits) {
                case Traits.Concluded(var all, var evidence) ->
                        new OfCustomer(
                                customer.value(),
                                all.stream().map(One::of).toList(),
                                evidence,
                                null);
                case Traits.Withheld(var code) ->
                        new OfCustomer(
                                customer.value(),
                                List.of(),
                                null,
                                new Withheld("traits", code.name()));
            };
        }
    }

    record Withheld(String what, String code) {}

    record One(String name, Value value, Source source) {
        static One of(Trait trait) {
            var because = trait.because();
            return new One(trait.finding().name(), Value.of(trait.finding()), Source.of(because));
        }
    }

    /** Where it comes from. */
    record Source(
            String kind, int facts, Instant first, Instant last, Instant computed, String version) {
        static Source of(Because because) {
            return new Source(
                    because.source(),
                    because.facts(),
                    because.first(),
                    because.last(),
                    because.computed(),
                    because.version());
        }
    }

    /** What was concluded; only the fields of its kind are there. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Value(
            @Nullable List<Named> favorites,
            @Nullable MoneyJson low,
            @Nullable MoneyJson typical,
            @Nullable MoneyJson high,
            @Nullable Days days,
            @Nullable List<Month> months) {
        static Value of(Finding finding) {
            return switch (finding) {
                case Finding.FavoriteBrands(var brands) -> favorites(brands);
                case Finding.FavoriteCategories(var categories) -> favorites(categories);
                case Finding.PriceBand(var low, var typical, var high) ->
                        new Value(
                                null,
                                MoneyJson.of(low),
                                MoneyJson.of(typical),
                                MoneyJson.of(high),
                                null,
                                null);
                case Finding.Rhythm(var low, var days, var high, var next) ->
                        new Value(null, null, null, null, new Days(low, days, high, next), null);
                case Finding.Season(var months) -> new Value(null, null, null, null, null, months);
            };
        }

        private static Value favorites(List<Favorite> favorites) {
            return new Value(
                    favorites.stream().map(Named::of).toList(), null, null, null, null, null);
        }
    }

    record Named(String name, double share, int receipts) {
        static Named of(Favorite favorite) {
            return new Named(
                    favorite.name(),
                    Math.round(favorite.share() * 1000) / 1000.0,
                    favorite.receipts());
        }
    }

    /** Days between two days of shopping. */
    record Days(int low, int usual, int high, LocalDate next) {}
}
