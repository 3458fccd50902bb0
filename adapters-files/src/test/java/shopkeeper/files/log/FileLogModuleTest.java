package shopkeeper.files.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileLogModuleTest {
    @TempDir Path data;

    @Test
    void the_secret_is_made_once_and_is_another_for_other_data() {
        byte[] secret = FileLogModule.messageSecret(data);

        assertThat(secret).hasSize(32);
        assertThat(FileLogModule.messageSecret(data)).isEqualTo(secret);
        assertThat(FileLogModule.messageSecret(data.resolve("other"))).isNotEqualTo(secret);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sk_message_AAAA", "sk_message_*", "sk_identifier_AAAA"})
    void a_file_that_holds_something_else_is_refused(String text) throws IOException {
        Path file = data.resolve("secrets").resolve("message.key");
        Files.createDirectories(data.resolve("secrets"));
        Files.writeString(file, text);

        assertThatThrownBy(() -> FileLogModule.messageSecret(data))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("message.key");
        assertThat(file).hasContent(text);
    }
}
