package shopkeeper.web.desk;

import java.time.InstantSource;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import shopkeeper.application.behavior.AskTraits;
import shopkeeper.application.behavior.AskTraits.Traits;
import shopkeeper.domain.behavior.Trait;
import shopkeeper.domain.behavior.Trait.Favorite;
import shopkeeper.domain.behavior.Trait.Finding;
import shopkeeper.domain.consent.Permission.Denial;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.web.desk.Shown.TraitView;
import shopkeeper.web.desk.Shown.TraitsView;

/** What is concluded from a customer's purchases, with where it comes from. */
@Component
final class TraitPanel {
    private final AskTraits traits;
    private final InstantSource clock;

    TraitPanel(AskTraits traits, InstantSource clock) {
        this.traits = traits;
        this.clock = clock;
    }

    TraitsView view(CustomerId customer) {
        return switch (traits.traits(customer, clock.instant())) {
            case Traits.Concluded(var all, _) ->
                    new TraitsView(
                            customer.value(), all.stream().map(TraitPanel::trait).toList(), "");
            case Traits.Withheld(var code) ->
                    new TraitsView(customer.value(), List.of(), why(code));
        };
    }

    private static String why(Denial code) {
        return switch (code) {
            case NO_DECISION -> "they have not been asked for personal suggestions.";
            case REFUSED -> "they refused personal suggestions.";
            case WITHDRAWN -> "they took back their yes to personal suggestions.";
            case UNKNOWN_CUSTOMER -> "nobody knows them.";
            case UNAVAILABLE -> "what they allow cannot be read now.";
        };
    }

    private static TraitView trait(Trait trait) {
        var because = trait.because();
        return new TraitView(
                name(trait.finding()),
                words(trait.finding()),
                "from %d products bought between %s and %s, by the rules %s"
                        .formatted(
                                because.facts(),
                                Words.when(because.first()).words(),
                                Words.when(because.last()).words(),
                                because.version()));
    }

    private static String name(Finding finding) {
        return switch (finding) {
            case Finding.FavoriteBrands _ -> "Favorite brands";
            case Finding.FavoriteCategories _ -> "Favorite categories";
            case Finding.PriceBand _ -> "Price band";
            case Finding.Rhythm _ -> "Rhythm";
            case Finding.Season _ -> "Season";
        };
    }

    private static String words(Finding finding) {
        return switch (finding) {
            case Finding.FavoriteBrands(var brands) -> favorites(brands);
            case Finding.FavoriteCategories(var categories) -> favorites(categories);
            case Finding.PriceBand(var low, var typical, var high) ->
                    "half of what they buy costs %s to %s, typically %s"
                            .formatted(low, high, typical);
            case Finding.Rhythm(var low, var days, var high, var next) ->
                    "every %d days (%d to %d); the next visit would be usual on %s"
                            .formatted(days, low, high, next);
            case Finding.Season(var months) ->
                    months.stream()
                            .map(month -> month.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                            .collect(Collectors.joining(", "));
        };
    }

    private static String favorites(List<Favorite> favorites) {
        return favorites.stream()
                .map(one -> "%s (%d %%)".formatted(one.name(), Math.round(one.share() * 100)))
                .collect(Collectors.joining(", "));
    }
}
