package shopkeeper.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.core.cli.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import shopkeeper.acceptance.drivers.Way;

/**
 * One platform is started for all features; what must hold across channels runs in each of them.
 */
@TestMethodOrder(OrderAnnotation.class)
class FeaturesTest {
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path data;

    @BeforeAll
    static void open() {
        Shop.open(data);
    }

    @AfterAll
    static void close() {
        Shop.current().close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "consent",
                "profile",
                "catalog",
                "pricing",
                "behavior",
                "recommendation",
                "decision"
            })
    @Order(1)
    void each_capability_keeps_its_rules(String capability) {
        Scene.play(Way.IN_PROCESS);

        assertThat(run("features/" + capability, capability)).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = Way.class,
            names = {"AMQP", "MQTT"})
    @Order(1)
    void what_tills_tell_holds_over(Way way) {
        Scene.play(way);

        assertThat(run("features/behavior/tills.feature", "tills-" + way)).isZero();
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    @Order(1)
    void what_must_hold_across_channels_holds_in(Way way) {
        Scene.play(way);

        assertThat(run("features/across_channels", "across-" + way)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"undefined", "failing"})
    @Order(1)
    void a_feature_that_is_not_kept_fails_the_build(String broken) {
        assertThat(run("broken/" + broken + ".feature", "broken-" + broken)).isNotZero();
    }

    @Test
    @Order(2)
    void every_scenario_across_channels_ran_in_every_channel() throws IOException {
        var rows = DriverTable.acrossChannels();
        var table = DriverTable.text(rows);
        System.out.println(table);
        Files.writeString(Path.of("target", "scenario-drivers.txt"), table);

        assertThat(rows).hasSizeGreaterThanOrEqualTo(7);
        assertThat(rows)
                .allSatisfy((scenario, cells) -> {
                    assertThat(cells).as(scenario).containsOnlyKeys(Way.values());
                    assertThat(cells.values()).as(scenario).containsOnly("PASSED");
                });
    }

    private static byte run(String features, String report) {
        var args =
                new ArrayList<>(
                        List.of(
                                "--glue",
                                "shopkeeper.acceptance.steps",
                                "--plugin",
                                "shopkeeper.acceptance.DriverTable",
                                "--plugin",
                                "html:target/specs/" + report.toLowerCase(Locale.ROOT) + ".html",
                                "--plugin",
                                "summary",
                                "--tags",
                                "not @wip",
                                "classpath:" + features));
        return Main.run(
                args.toArray(String[]::new), Thread.currentThread().getContextClassLoader());
    }
}
