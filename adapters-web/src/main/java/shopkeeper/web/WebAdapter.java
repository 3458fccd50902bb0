package shopkeeper.web;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/**
 * The one door to the web: REST under /v1, for keys only, and the desk's page. It needs the inbound
 * ports, the views, the shop's {@link java.time.InstantSource} and the {@code wallClock} as beans.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class WebAdapter {}
