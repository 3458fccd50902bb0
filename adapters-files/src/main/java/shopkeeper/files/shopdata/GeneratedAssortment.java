package shopkeeper.files.shopdata;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import shopkeeper.domain.catalog.Product;
import shopkeeper.domain.kernel.Money;
import shopkeeper.domain.kernel.ProductId;

/**
 * Ten departments with five collections of ten products each: what stands in one collection is
 * bought together, and two neighbours of it nearly always.
 */
final class GeneratedAssortment {
    static final int COLLECTIONS = 50;
    static final int PER_COLLECTION = 10;
    static final Currency EUROS = Currency.getInstance("EUR");

    /** The first product of each department is what everybody needs. */
    private static final int STAPLES_EVERY = 5 * PER_COLLECTION;

    private static final Map<String, List<String>> DEPARTMENTS = new LinkedHashMap<>();

    static {
        department(
                "Kitchen",
                "Tea Towel, Apron, Oven Glove, Teapot, Mug, Plate, Bowl, Jug, Cake Stand, Tray");
        department(
                "Garden",
                "Seed Mix, Flower Pot, Watering Can, Trowel, Gloves, Lantern, Bird House, Planter, Twine, Kneeler");
        department(
                "Bath",
                "Soap, Hand Towel, Bath Towel, Bath Mat, Sponge, Lotion, Candle, Basket, Robe, Slippers");
        department(
                "Bedroom",
                "Pillow Case, Pillow, Sheet, Duvet Cover, Throw, Night Light, Alarm Clock, Sachet, Rug, Mirror");
        department(
                "Stationery",
                "Pencil, Notebook, Pen, Eraser, Card Set, Envelope Set, Wrapping Paper, Ribbon, Calendar, Folder");
        department(
                "Party",
                "Napkins, Paper Cups, Paper Plates, Balloons, Bunting, Candles, Invitations, Straws, Garland, Banner");
        department(
                "Toys",
                "Puzzle, Building Blocks, Doll, Doll Dress, Kite, Ball, Skipping Rope, Card Game, Puppet, Paint Set");
        department(
                "Travel",
                "Luggage Tag, Wash Bag, Passport Cover, Flask, Lunch Box, Umbrella, Tote Bag, Neck Pillow, Eye Mask, Blanket");
        department(
                "Christmas",
                "Bauble, Star, Stocking, Wreath, Advent Calendar, Tree Skirt, Fairy Lights, Angel, Snow Globe, Cracker");
        department(
                "Coffee",
                "Filter Papers, Ground Coffee, Coffee Beans, Grinder, Espresso Cup, Milk Jug, Saucer, Storage Tin, Scoop, Biscotti");
    }

    private static final List<String> COLLECTION_NAMES =
            List.of("Lemon", "Bluebell", "Nordic", "Vintage Rose", "Midnight");

    private final List<Product> products = new ArrayList<>();
    private final List<Money> prices = new ArrayList<>();

    GeneratedAssortment(RandomGenerator chance) {
        DEPARTMENTS.forEach((department, things) -> {
            for (String collection : COLLECTION_NAMES) {
                for (String thing : things) {
                    products.add(
                            new Product(
                                    new ProductId("%05d".formatted(10_001 + products.size())),
                                    collection + " " + thing,
                                    Optional.of(department),
                                    true));
                    prices.add(price(chance));
                }
            }
        });
    }

    List<Product> products() {
        return List.copyOf(products);
    }

    int size() {
        return products.size();
    }

    ProductId id(int product) {
        return products.get(product).id();
    }

    Money listPrice(int product) {
        return prices.get(product);
    }

    static boolean isStaple(int product) {
        return product % STAPLES_EVERY == 0;
    }

    static int staple(RandomGenerator chance) {
        return STAPLES_EVERY * chance.nextInt(DEPARTMENTS.size());
    }

    private Money price(RandomGenerator chance) {
        if (isStaple(products.size() - 1)) {
            return euros(149);
        }
        int[] endings = {29, 49, 79, 95, 99};
        // The product of two makes many cheap things and few dear ones.
        int whole = (int) (2 + 38 * chance.nextDouble() * chance.nextDouble());
        return euros(100L * whole + endings[chance.nextInt(endings.length)]);
    }

    static Money euros(long cents) {
        return new Money(BigDecimal.valueOf(cents, 2), EUROS);
    }

    private static void department(String name, String things) {
        DEPARTMENTS.put(name, List.of(things.split(", ", -1)));
    }
}
