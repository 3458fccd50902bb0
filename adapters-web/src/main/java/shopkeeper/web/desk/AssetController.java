package shopkeeper.web.desk;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import shopkeeper.web.kernel.Problem;

/** The page's files, kept by browsers until they change. */
@Controller
final class AssetController {
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final Assets assets;

    AssetController(Assets assets) {
        this.assets = assets;
    }

    @GetMapping("/desk/assets/{version}/{name}")
    @OpenToAnybody
    ResponseEntity<byte[]> asset(@PathVariable String version, @PathVariable String name) {
        return assets.find(version, name)
                .map(asset ->
                        ResponseEntity.ok()
                                .cacheControl(FOR_EVER)
                                .contentType(MediaType.parseMediaType(asset.type()))
                                .body(asset.content().getBytes(StandardCharsets.UTF_8)))
                .orElseThrow(
                        () -> Problem.notFound("There is nothing under this path.").asException());
    }
}
