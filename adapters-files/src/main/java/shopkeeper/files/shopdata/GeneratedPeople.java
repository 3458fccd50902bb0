package shopkeeper.files.shopdata;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Via;
import shopkeeper.domain.profile.Identifier;
import shopkeeper.domain.profile.IdentifierType;
import shopkeeper.files.shopdata.Shop.Person;

/** Two thousand people: some only online, some only in their store, many in both. */
final class GeneratedPeople {
    private static final int PEOPLE = 2_000;
    private static final int FAVORITES = 3;
    private static final List<String> FIRST =
            List.of(
                    "Ada", "Anton", "Aylin", "Ben", "Carla", "Deniz", "Elif", "Emil", "Frieda",
                    "Greta", "Hugo", "Ida", "Jonas", "Karim", "Lena", "Mila", "Noah", "Olga",
                    "Paul", "Rosa", "Samir", "Theo", "Uma", "Vera", "Wim");
    private static final List<String> LAST =
            List.of(
                    "Albers", "Becker", "Celik", "Dietz", "Engel", "Fuchs", "Graf", "Hahn",
                    "Ivanov", "Jansen", "Keller", "Lorenz", "Maier", "Nowak", "Otto", "Peters",
                    "Richter", "Schulz", "Thomas", "Ullrich", "Vogel", "Weber", "Yilmaz", "Zimmer",
                    "Brandt");

    private final List<Shopper> shoppers = new ArrayList<>();
    private final List<Person> people = new ArrayList<>();
    private final double[] upTo = new double[PEOPLE];

    GeneratedPeople(RandomGenerator chance, Instant met, Instant now) {
        double sum = 0;
        for (int number = 0; number < PEOPLE; number++) {
            var shopper = shopper(number, chance);
            shoppers.add(shopper);
            people.add(person(number, shopper, new Moment(met, now)));
            // Few come every week, most a few times a year.
            sum += 1 / Math.sqrt(1 + chance.nextInt(PEOPLE));
            upTo[number] = sum;
        }
    }

    List<Person> people() {
        return List.copyOf(people);
    }

    /** Who comes in next; who comes often is drawn often. */
    Shopper next(RandomGenerator chance) {
        double mark = chance.nextDouble() * upTo[PEOPLE - 1];
        int number = Arrays.binarySearch(upTo, mark);
        return shoppers.get(Math.min(number < 0 ? -number - 1 : number + 1, PEOPLE - 1));
    }

    private static Shopper shopper(int number, RandomGenerator chance) {
        double kind = chance.nextDouble();
        double online = kind < 0.25 ? 1 : kind < 0.6 ? 0 : 0.2 + 0.6 * chance.nextDouble();
        var favorites =
                chance.ints(0, GeneratedAssortment.COLLECTIONS)
                        .distinct()
                        .limit(FAVORITES)
                        .boxed()
                        .toList();
        return new Shopper(
                "customer-" + number, online, chance.nextInt(GeneratedShop.STORES), favorites);
    }

    /** Everybody but those who only shop online carries a card, everybody but every tenth mails. */
    private static Person person(int number, Shopper shopper, Moment met) {
        var identifiers = new ArrayList<Identifier>();
        if (shopper.online() < 1) {
            identifiers.add(
                    new Identifier(
                            IdentifierType.LOYALTY, "40000%06d".formatted(100_001 + number)));
        }
        if (shopper.online() > 0 || number % 10 != 0) {
            var name =
                    FIRST.get(number % FIRST.size())
                            + "."
                            + LAST.get(number / FIRST.size() % LAST.size())
                            + number;
            identifiers.add(
                    new Identifier(
                            IdentifierType.EMAIL, name.toLowerCase(Locale.ROOT) + "@example.org"));
        }
        return new Person(
                shopper.name(), identifiers, shopper.online() < 1 ? Via.till() : Via.web(), met);
    }

    /**
     * How somebody shops.
     *
     * @param online share of visits
     * @param favorites collections
     */
    record Shopper(String name, double online, int store, List<Integer> favorites) {
        Shopper {
            favorites = List.copyOf(favorites);
        }

        int favorite(RandomGenerator chance) {
            return favorites.get(chance.nextInt(favorites.size()));
        }
    }
}
