package shopkeeper.bootstrap;

import java.time.Duration;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

@Configuration(proxyBeanMethods = false)
class HttpWiring {
    /**
     * A quarter of the time for the headers, half of it for waiting for the body (see web.kernel),
     * and the last quarter for a body that falls silent just before its time is up.
     *
     * @param request SHOPKEEPER_REQUEST_MS
     */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> requestsInTime(
            @Value("${shopkeeper.request.ms}") long request) {
        return factory -> {
            factory.addContextCustomizers(context ->
                    context.getParent()
                            .getPipeline()
                            .addValve(new GoodbyeValve(Duration.ofMillis(request / 2))));
            factory.setProtocol(PunctualHttp.class.getName());
            factory.addConnectorCustomizers(connector -> {
                var http = (PunctualHttp) connector.getProtocolHandler();
                http.setConnectionTimeout((int) request / 4);
                http.headersWithin(Duration.ofMillis(request / 4));
            });
        };
    }

    /** After Boot's own customizer, whose page gives way. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsInsteadOfPages() {
        return factory ->
                factory.addContextCustomizers(context -> {
                    var host = (StandardHost) context.getParent();
                    for (var valve : host.getPipeline().getValves()) {
                        if (valve instanceof ErrorReportValve) {
                            host.getPipeline().removeValve(valve);
                        }
                    }
                    host.setErrorReportValveClass(ProblemValve.class.getName());
                });
    }
}
