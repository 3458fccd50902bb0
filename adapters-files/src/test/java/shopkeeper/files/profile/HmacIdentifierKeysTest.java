package shopkeeper.files.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shopkeeper.application.profile.IdentifierKeys;
import shopkeeper.domain.profile.Identifier;
import shopkeeper.domain.profile.IdentifierType;

class HmacIdentifierKeysTest {
    private static final Identifier ANN = new Identifier(IdentifierType.EMAIL, "ann@example.org");

    @TempDir Path data;

    @Test
    void equal_identifiers_have_equal_keys_also_after_a_restart() {
        var before = keys().keyOf(ANN);

        assertThat(keys().keyOf(new Identifier(IdentifierType.EMAIL, " ANN@example.org ")))
                .isEqualTo(before);
    }

    @Test
    void it_is_the_hmac_of_type_and_value() throws Exception {
        var key = keys().keyOf(ANN);

        var text = Files.readString(file()).strip();
        var secret = Base64.getUrlDecoder().decode(text.substring("sk_identifier_".length()));
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        var expected = mac.doFinal("EMAIL\0ann@example.org".getBytes(StandardCharsets.UTF_8));
        assertThat(key.value()).isEqualTo(HexFormat.of().formatHex(expected));
    }

    @Test
    void the_type_and_the_secret_both_matter() {
        var keys = keys();

        assertThat(keys.keyOf(new Identifier(IdentifierType.CRM, "12345")))
                .isNotEqualTo(keys.keyOf(new Identifier(IdentifierType.LOYALTY, "12345")));
        assertThat(FileProfileModule.identifierKeys(data.resolve("other")).keyOf(ANN))
                .isNotEqualTo(keys.keyOf(ANN));
    }

    @Test
    void many_threads_get_the_same_key() throws Exception {
        var keys = keys();
        var expected = keys.keyOf(ANN);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var found =
                    IntStream.range(0, 2_000)
                            .mapToObj(_ -> threads.submit(() -> keys.keyOf(ANN)))
                            .toList();
            for (var future : found) {
                assertThat(future.get()).isEqualTo(expected);
            }
        }
    }

    @Test
    void only_its_owner_can_read_the_secret() throws IOException {
        keys();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(data.resolve("secrets"))))
                .isEqualTo("rwx------");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret", "sk_identifier_c2hvcnQ", "sk_identifier_%%%%"})
    void a_damaged_secret_is_never_replaced_silently(String damaged) throws IOException {
        keys();
        Files.writeString(file(), damaged);

        assertThatThrownBy(this::keys)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("identifier.key")
                .hasMessageContaining("put back");
        assertThat(Files.readString(file())).isEqualTo(damaged);
    }

    private IdentifierKeys keys() {
        return FileProfileModule.identifierKeys(data);
    }

    private Path file() {
        return data.resolve("secrets").resolve("identifier.key");
    }
}
