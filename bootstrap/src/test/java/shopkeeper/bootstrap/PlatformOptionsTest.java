package shopkeeper.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PlatformOptionsTest {
    private static final PlatformOptions EMBEDDED = PlatformOptions.embedded(Path.of("/shop"));

    @Test
    void an_empty_environment_changes_nothing() {
        assertThat(EMBEDDED.from(Map.of("SHOPKEEPER_DB_URL", " ", "SHOPKEEPER_HOST", "")))
                .isEqualTo(EMBEDDED);
    }

    @Test
    void the_environment_names_servers_of_the_shops_own() {
        var options =
                EMBEDDED.from(
                        Map.of(
                                "SHOPKEEPER_DB_URL", "jdbc:postgresql://db/shop",
                                "SHOPKEEPER_BROKER_URL", "amqp://a:b@mq:5672",
                                "SHOPKEEPER_HOST", "0.0.0.0"));

        assertThat(options.databaseUrl()).isEqualTo(Optional.of("jdbc:postgresql://db/shop"));
        assertThat(options.brokerUrl()).isEqualTo(Optional.of("amqp://a:b@mq:5672"));
        assertThat(options.host()).isEqualTo("0.0.0.0");
        assertThat(options.doors()).extracting(Door::what).containsExactly("HTTP");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rubbish-secret",
                "jdbc:mysql://secret",
                "jdbc:postgresql://h:xx/secret",
                "jdbc:postgresql://127.0.0.1:1/x?user=a&password=secret"
            })
    void a_wrong_database_url_is_told_without_what_is_secret_in_it(String url) {
        assertThatThrownBy(() -> Storage.open(EMBEDDED.from(Map.of("SHOPKEEPER_DB_URL", url))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("SHOPKEEPER_DB_URL")
                .satisfies(failure -> assertThat(Main.words(failure)).doesNotContain("secret"));
    }
}
