package shopkeeper.bootstrap;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import shopkeeper.web.WebAdapter;

/** The shop with its doors: HTTP, AMQP and MQTT. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        excludeName =
                "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration")
@Import({
    ShopWiring.class,
    MessagingWiring.class,
    HealthWiring.class,
    MetricsWiring.class,
    HttpWiring.class,
    WebAdapter.class
})
class PlatformApplication {}
