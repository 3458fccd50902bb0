package shopkeeper.web.contract;

import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI 3.1 document: the operations that there are, in the words written about them. */
final class OpenApi {
    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    private OpenApi() {}

    static ObjectNode of(List<Offered> offered, Words words) {
        var document = Words.object();
        document.put("openapi", "3.1.0");
        document.set("info", words.frame().get("info"));
        document.put("jsonSchemaDialect", DIALECT);
        document.putArray("servers").addObject().put("url", "/");
        document.set("tags", words.frame().get("tags"));
        var paths = document.putObject("paths");
        offered.forEach(one ->
                paths.withObjectProperty(one.path())
                        .set(
                                one.method().toLowerCase(Locale.ROOT),
                                DescribedOperation.of(one, words)));
        var components = document.putObject("components");
        components.set("schemas", words.schemas());
        var keys = components.putObject("securitySchemes");
        keys.putObject("bearer").put("type", "http").put("scheme", "bearer");
        keys.putObject("basic").put("type", "http").put("scheme", "basic");
        return document;
    }
}
