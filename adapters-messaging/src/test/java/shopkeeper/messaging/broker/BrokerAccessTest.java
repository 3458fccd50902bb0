package shopkeeper.messaging.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BrokerAccessTest {
    @Test
    void a_url_says_where_the_broker_is_and_who_comes() {
        assertThat(BrokerAccess.at("amqp://shop:p:w@mq.example:5673"))
                .isEqualTo(new BrokerAccess("mq.example", 5673, false, "shop", "p:w"));
        assertThat(BrokerAccess.at("amqps://shop:pw@mq.example"))
                .isEqualTo(new BrokerAccess("mq.example", 5671, true, "shop", "pw"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mq.example",
                "http://a:b@c",
                "amqp://mq.example",
                "amqp://x@y",
                "amqp://a:s3cret@ b"
            })
    void a_wrong_url_is_refused_without_showing_its_password(String url) {
        assertThatThrownBy(() -> BrokerAccess.at(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("amqp://user:password@host")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void the_password_is_never_printed() {
        assertThat(BrokerAccess.at("amqp://shop:s3cret@mq").toString()).doesNotContain("s3cret");
    }
}
