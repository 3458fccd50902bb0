package shopkeeper.domain.recommendation;

/** Visits that can be found by what was looked at in them. */
interface Visits {
    /** One more than the highest product number. */
    int products();

    int size();

    /** How many visits hold the product. */
    int with(int product);

    /** The latest of them, at most so many, in no order and perhaps some twice. */
    void latestWith(int product, int most, IntList found);

    /** What was looked at in it, oldest first; nobody writes to it. */
    int[] looks(int visit);
}
