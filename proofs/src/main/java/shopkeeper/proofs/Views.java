package shopkeeper.proofs;

import java.util.List;
import java.util.regex.Pattern;

/** What the shop reads from, held against the log by {@code replay --compare}. */
record Views(ShopProcess shop, Findings findings) {
    private static final Pattern TABLE = Pattern.compile("(?m)^ +live +(\\S+) +([0-9,]+) rows");

    /**
     * @param tables each written by this view only
     */
    record View(String name, List<String> tables) {}

    List<View> all() {
        return shop.command("replay", "--list")
                .words()
                .lines()
                .map(line -> line.strip().split(" +", 2))
                .filter(words -> words.length == 2)
                .map(words -> new View(words[0], List.of(words[1].split(", "))))
                .toList();
    }

    /** Byte for byte, from empty, with another size of batch. */
    void compare(View view, int batch) {
        var said =
                shop.command(
                        "replay", view.name(), "--compare", "--batch", Integer.toString(batch));
        long rows =
                TABLE.matcher(said.words())
                        .results()
                        .peek(found ->
                                findings.say(
                                        "  live %s: %s rows"
                                                .formatted(found.group(1), found.group(2))))
                        .mapToLong(found -> Long.parseLong(found.group(2).replace(",", "")))
                        .sum();
        findings.expect(
                "%s live and replayed in batches of %d are equal".formatted(view.name(), batch),
                said.exit() == 0 && said.words().contains("equal at position"));
        findings.expect("%s has rows".formatted(view.name()), rows > 0);
    }

    /** Rebuilt beside the live one and swapped in while the platform runs. */
    void replay(View view) {
        var said = shop.command("replay", view.name());
        said.words().lines().filter(line -> line.contains("facts in")).forEach(findings::say);
        findings.expect(view.name() + " was rebuilt and swapped in", said.exit() == 0);
    }
}
