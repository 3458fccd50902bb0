package shopkeeper.web.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import shopkeeper.web.contract.PublishedContract;

/** What clients may rely on: it holds no data, so it is open to anybody. */
@Controller
final class DocsController {
    private final PublishedContract contract;
    private final DeskPages pages;
    private final Assets assets;

    DocsController(PublishedContract contract, DeskPages pages, Assets assets) {
        this.contract = contract;
        this.pages = pages;
        this.assets = assets;
    }

    @GetMapping("/docs")
    @OpenToAnybody
    void docs(HttpServletResponse response) throws IOException {
        pages.part(
                "docs",
                Map.of("guide", contract.guide(), "style", assets.style()),
                HttpServletResponse.SC_OK,
                response);
    }

    @GetMapping("/openapi.json")
    @OpenToAnybody
    ResponseEntity<byte[]> openApi() {
        return json(contract.openApi());
    }

    @GetMapping("/asyncapi.json")
    @OpenToAnybody
    ResponseEntity<byte[]> asyncApi() {
        return json(contract.asyncApi());
    }

    private static ResponseEntity<byte[]> json(String document) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(document.getBytes(StandardCharsets.UTF_8));
    }
}
