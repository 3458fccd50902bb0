package shopkeeper.domain.behavior;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import shopkeeper.domain.kernel.Money;

/**
 * Something the shop concluded about a customer, with where it comes from.
 *
 * @param because what it was concluded from
 */
public record Trait(Finding finding, Because because) {
    /** What was concluded. */
    public sealed interface Finding {
        /** The brands bought most, the most first. */
        record FavoriteBrands(List<Favorite> brands) implements Finding {
            public FavoriteBrands {
                brands = List.copyOf(brands);
            }
        }

        record FavoriteCategories(List<Favorite> categories) implements Finding {
            public FavoriteCategories {
                categories = List.copyOf(categories);
            }
        }

        /** Half of what was bought cost between these; per piece or kilogram. */
        record PriceBand(Money low, Money typical, Money high) implements Finding {}

        /**
         * How many days usually pass between two days of shopping.
         *
         * @param low in three of four cases at least so many
         * @param high in three of four cases at most so many
         * @param next when the next one would be usual
         */
        record Rhythm(int low, int days, int high, LocalDate next) implements Finding {}

        /** In these months the customer shops at least twice as often as on average. */
        record Season(List<Month> months) implements Finding {
            public Season {
                months = List.copyOf(months);
            }
        }

        /** Stable, as clients read it. */
        default String name() {
            return switch (this) {
                case FavoriteBrands _ -> "favorite-brands";
                case FavoriteCategories _ -> "favorite-categories";
                case PriceBand _ -> "price-band";
                case Rhythm _ -> "rhythm";
                case Season _ -> "season";
            };
        }
    }

    /**
     * A brand or a category.
     *
     * @param share of what was bought and has one, 0 to 1; what was bought long ago counts less
     * @param receipts on so many it stood
     */
    public record Favorite(String name, double share, int receipts) {}

    /**
     * Where a trait comes from.
     *
     * @param source which facts: purchases
     * @param facts how many products on receipts it rests on
     * @param first when the first of them happened
     * @param computed when it was concluded
     * @param version of the rules
     */
    public record Because(
            String source,
            int facts,
            Instant first,
            Instant last,
            Instant computed,
            String version) {}
}
