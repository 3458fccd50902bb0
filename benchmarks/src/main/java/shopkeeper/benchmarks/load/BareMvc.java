package shopkeeper.benchmarks.load;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A Spring MVC server that does nothing: what any answer costs on this machine. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        excludeName = {
            "org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration"
        })
@Import(BareMvc.Nothing.class)
class BareMvc {
    /** The one operation. */
    @RestController
    static final class Nothing {
        @GetMapping("/nothing")
        Map<String, Boolean> nothing() {
            return Map.of("nothing", true);
        }
    }

    public static void main(String[] args) {
        var app = new SpringApplication(BareMvc.class);
        app.setDefaultProperties(
                Map.of(
                        "server.address", "127.0.0.1",
                        "server.port", args[0],
                        "spring.threads.virtual.enabled", true,
                        "spring.main.banner-mode", "off",
                        "logging.level.root", "warn"));
        app.run();
    }
}
