package shopkeeper.web.kernel;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Hands our JSON and our interceptors to Spring. */
@Configuration(proxyBeanMethods = false)
class KernelWiring implements WebMvcConfigurer {
    private final Json json;
    private final ErrorPages errorPages;
    private final Positions positions;
    private final PlainBodies plainBodies;

    KernelWiring(Json json, ErrorPages errorPages, Positions positions, PlainBodies plainBodies) {
        this.json = json;
        this.errorPages = errorPages;
        this.positions = positions;
        this.plainBodies = plainBodies;
    }

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.addCustomConverter(new JsonConverter(json));
    }

    /** Who may call is asked in between, see web.security. */
    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(errorPages).order(-20);
        interceptors.addInterceptor(plainBodies).order(-5);
        interceptors.addInterceptor(positions).addPathPatterns("/v1/**").order(0);
    }
}
