package shopkeeper.bootstrap;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import shopkeeper.application.access.Client;
import shopkeeper.application.access.Keys;
import shopkeeper.messaging.MessagingAdapter;

/**
 * The running platform: the shop, and its doors where they are open. Closing it stops everything
 * cleanly.
 */
public final class Platform implements AutoCloseable {
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final PlatformOptions options;
    private final ConfigurableApplicationContext context;

    private Platform(PlatformOptions options, ConfigurableApplicationContext context) {
        this.options = options;
        this.context = context;
    }

    /** Starts everything; when it returns, customers can be served over HTTP, AMQP and MQTT. */
    public static Platform start(PlatformOptions options) {
        makeFolder(options);
        var application = new SpringApplication(PlatformApplication.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        application.setDefaultProperties(settings(options));
        application.addInitializers(
                context -> context.getBeanFactory().registerSingleton("platformOptions", options));
        return new Platform(options, application.run());
    }

    /**
     * The shop without its doors, for work on the data folder of a platform that is not running.
     */
    public static Platform behindClosedDoors(PlatformOptions options) {
        makeFolder(options);
        var context = new AnnotationConfigApplicationContext();
        context.getBeanFactory().registerSingleton("platformOptions", options);
        context.register(ShopWiring.class);
        try {
            context.refresh();
        } catch (RuntimeException e) {
            context.close();
            throw e;
        }
        return new Platform(options, context);
    }

    /** Where web shops ask. */
    public URI http() {
        var server =
                Objects.requireNonNull(
                        ((ServletWebServerApplicationContext) context).getWebServer());
        return URI.create("http://" + options.host() + ":" + server.getPort());
    }

    /** Where tills connect over AMQP. */
    public int amqpPort() {
        return port(MessagingAdapter.class).port();
    }

    /** Where tills connect over MQTT; empty with a broker of the shop's own. */
    public OptionalInt mqttPort() {
        return port(MessagingAdapter.class).mqttPort();
    }

    /** The key of a client, made where there is none yet. */
    public String key(String client) {
        return port(Keys.class).keyOf(Client.named(client));
    }

    /** A port of the application, such as {@code RecordConsent.class}. */
    public <T> T port(Class<T> type) {
        return context.getBean(type);
    }

    public PlatformOptions options() {
        return options;
    }

    @Override
    public void close() {
        context.close();
    }

    private static Map<String, Object> settings(PlatformOptions options) {
        var settings = new LinkedHashMap<String, Object>();
        settings.put("server.address", options.host());
        settings.put("server.port", options.httpPort());
        settings.put("server.shutdown", "graceful");
        // How long a request may take to be sent, see HttpWiring.
        settings.put("shopkeeper.request.ms", 10_000);
        settings.put("server.tomcat.keep-alive-timeout", "60s");
        // Who still sends hears all the same that it is too much.
        settings.put("server.tomcat.max-swallow-size", "32MB");
        // A web shop's server keeps its lines: Tomcat would close each after 100 calls.
        settings.put("server.tomcat.max-keep-alive-requests", 100_000);
        settings.put("server.error.include-message", "never");
        settings.put("spring.lifecycle.timeout-per-shutdown-phase", "20s");
        settings.put("spring.threads.virtual.enabled", true);
        settings.put("spring.main.lazy-initialization", false);
        settings.put("spring.jmx.enabled", false);
        settings.put("spring.mvc.problemdetails.enabled", true);
        settings.put("spring.web.resources.add-mappings", false);
        settings.put(
                "management.endpoint.health.status.order",
                "down,out-of-service,lagging,up,unknown");
        // Both would read a body before anybody has looked at the key.
        settings.put("spring.servlet.multipart.enabled", false);
        settings.put("spring.mvc.formcontent.filter.enabled", false);
        settings.put("management.endpoints.web.exposure.include", "health,prometheus");
        return settings;
    }

    private static void makeFolder(PlatformOptions options) {
        try {
            if (!Files.isDirectory(options.data())) {
                // What tills send stands in the broker's journal until it is taken: nobody else
                // reads it.
                Files.createDirectories(options.data(), OWNER_ONLY);
            }
        } catch (IOException e) {
            throw new IllegalStateException(cannotWrite(options.data()), e);
        }
        if (!Files.isWritable(options.data())) {
            throw new IllegalStateException(cannotWrite(options.data()));
        }
    }

    private static String cannotWrite(Path data) {
        return "cannot write to the data folder " + data + ": choose another with --data";
    }
}
