package shopkeeper.web;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/**
 * The one door to the web: REST under /v1, for keys only, and the desk's page. It needs the inbound
 * ports, the views and an {@link java.time.InstantSource} as beans.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class WebAdapter {}
