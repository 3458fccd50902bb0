package shopkeeper.files.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** JSON of users with their baskets, oldest first: {@code {"user": [["item", …], …]}}. */
record BasketsFile(Path path, Ids items) {
    private static final String FORM = "{\"user\": [[\"item\", …], …]}";

    /** Users in the order of the file, empty baskets left out. */
    Map<String, List<int[]>> read() {
        var users = new LinkedHashMap<String, List<int[]>>();
        new TextFile(path)
                .whole(reader -> {
                    try (var json =
                            new JsonFactory().createParser(ObjectReadContext.empty(), reader)) {
                        readAll(json, users);
                    } catch (JacksonException e) {
                        throw new Malformed(
                                "%s is no valid JSON%s: %s is expected"
                                        .formatted(path, where(e), FORM),
                                e);
                    }
                });
        return users;
    }

    private static String where(JacksonException e) {
        var at = e.getLocation();
        return at == null
                ? ""
                : " at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
    }

    private void readAll(JsonParser json, Map<String, List<int[]>> users) {
        demand(json, json.nextToken() == JsonToken.START_OBJECT);
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String user = id(json, "user", json.currentName());
            if (users.put(user, baskets(json)) != null) {
                throw new Malformed(
                        "%s names the user '%s' twice: put their baskets together"
                                .formatted(path, user));
            }
        }
        demand(json, json.currentToken() == JsonToken.END_OBJECT);
        demand(json, json.nextToken() == null);
    }

    /** A plain list of items is one basket. */
    private List<int[]> baskets(JsonParser json) {
        demand(json, json.nextToken() == JsonToken.START_ARRAY);
        var baskets = new ArrayList<int[]>();
        var single = IntStream.builder();
        var token = json.nextToken();
        for (; token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (token == JsonToken.START_ARRAY) {
                add(basket(json), baskets);
            } else {
                single.add(item(json));
            }
        }
        add(single.build().toArray(), baskets);
        return baskets;
    }

    private static void add(int[] basket, List<int[]> baskets) {
        if (basket.length > 0) {
            baskets.add(basket);
        }
    }

    private int[] basket(JsonParser json) {
        var basket = IntStream.builder();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            basket.add(item(json));
        }
        return basket.build().distinct().toArray();
    }

    private int item(JsonParser json) {
        var token = json.currentToken();
        demand(
                json,
                token == JsonToken.VALUE_STRING
                        || token == JsonToken.VALUE_NUMBER_INT
                        || token == JsonToken.VALUE_NUMBER_FLOAT);
        return items.numberOf(id(json, "item", json.getString()));
    }

    /** JSON can escape half a character, which no file in UTF-8 can hold. */
    private String id(JsonParser json, String what, String id) {
        if (id.isEmpty()) {
            throw malformed(json.currentTokenLocation(), "the %s is empty".formatted(what));
        }
        if (id.codePoints().anyMatch(BasketsFile::isHalf)) {
            throw malformed(
                    json.currentTokenLocation(),
                    "the %s holds half a character, such as \\ud83d: write both halves or leave it out"
                            .formatted(what));
        }
        return id;
    }

    /** Of two halves that belong together the stream makes one. */
    private static boolean isHalf(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }

    private void demand(JsonParser json, boolean well) {
        if (!well) {
            throw malformed(json.currentLocation(), FORM + " is expected");
        }
    }

    private Malformed malformed(TokenStreamLocation at, String words) {
        return new Malformed(
                "%s, line %d, column %d: %s"
                        .formatted(path, at.getLineNr(), at.getColumnNr(), words));
    }
}
