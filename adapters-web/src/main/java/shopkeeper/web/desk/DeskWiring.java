package shopkeeper.web.desk;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The desk's own paths and the contract's: a session instead of a key, or open to anybody, and
 * nothing from elsewhere on the page.
 */
@Configuration(proxyBeanMethods = false)
class DeskWiring implements WebMvcConfigurer {
    static final String[] PATHS = {"/", "/desk/**", "/docs", "/openapi.json", "/asyncapi.json"};
    private static final String ONLY_OURS =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
                    + " img-src 'self' data:; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors 'none'";

    private final DeskGate gate;

    DeskWiring(DeskGate gate) {
        this.gate = gate;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(gate).addPathPatterns(PATHS).order(-10);
    }

    @Bean
    static TemplateEngine pages() {
        var engine =
                TemplateEngine.createPrecompiled(
                        null,
                        ContentType.Html,
                        DeskWiring.class.getClassLoader(),
                        DeskWiring.class.getPackageName());
        engine.setTrimControlStructures(true);
        return engine;
    }

    /** Who may do what is asked by {@link DeskGate}. */
    @Bean
    @Order(1)
    static SecurityFilterChain desk(HttpSecurity http) throws Exception {
        return http.securityMatcher(PATHS)
                .authorizeHttpRequests(calls -> calls.anyRequest().permitAll())
                .headers(headers ->
                        headers.contentSecurityPolicy(policy -> policy.policyDirectives(ONLY_OURS))
                                .referrerPolicy(
                                        policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
                .sessionManagement(
                        sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }
}
