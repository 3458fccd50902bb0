package shopkeeper.web.security;

import static org.springframework.http.HttpMethod.GET;

import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import shopkeeper.application.access.Scope;
import shopkeeper.web.kernel.Problem;
import shopkeeper.web.kernel.ProblemAnswers;
import shopkeeper.web.repetition.RepetitionWiring;

/** Nothing is open but health; a key is asked for at every call, and nothing is remembered. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityWiring implements WebMvcConfigurer {
    private final ScopeCheck scopeCheck;

    SecurityWiring(ScopeCheck scopeCheck) {
        this.scopeCheck = scopeCheck;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        // The desk asks for a session instead, see web.desk.
        interceptors.addInterceptor(scopeCheck).excludePathPatterns("/", "/desk/**").order(-10);
    }

    @Bean
    static SecurityFilterChain keysOnly(
            HttpSecurity http,
            KeyCheck keyCheck,
            ProblemAnswers answers,
            RepetitionWiring repetition)
            throws Exception {
        return http.authorizeHttpRequests(calls ->
                        calls.dispatcherTypeMatchers(DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers(GET, "/actuator/health")
                                .permitAll()
                                .requestMatchers(GET, "/actuator/prometheus")
                                .hasAuthority(new ScopeAuthority(Scope.OPERATE).getAuthority())
                                .requestMatchers("/actuator/**")
                                .denyAll()
                                .anyRequest()
                                .authenticated())
                .oauth2ResourceServer(server ->
                        server.bearerTokenResolver(new KeyInHeader())
                                .opaqueToken(token -> token.introspector(keyCheck))
                                .authenticationEntryPoint(noKey(answers))
                                .accessDeniedHandler(notPermitted(answers)))
                .exceptionHandling(problems ->
                        problems.authenticationEntryPoint(noKey(answers))
                                .accessDeniedHandler(notPermitted(answers)))
                .sessionManagement(
                        sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .addFilterAfter(repetition.answeringOnce(), AuthorizationFilter.class)
                .build();
    }

    /** Every filter would be timed on its own: what that costs is more than what it tells. */
    @Bean
    static SecurityObservationSettings noTimingOfFilters() {
        return SecurityObservationSettings.noObservations();
    }

    /** What the firewall turns away before anybody looks at the key. */
    @Bean
    static RequestRejectedHandler turnedAway(ProblemAnswers answers) {
        return (_, response, _) ->
                answers.answer(response, Problem.invalid("The request line is not taken."));
    }

    private static AuthenticationEntryPoint noKey(ProblemAnswers answers) {
        return (_, response, _) -> {
            response.addHeader("WWW-Authenticate", "Bearer realm=\"shopkeeper\"");
            response.addHeader("WWW-Authenticate", "Basic realm=\"shopkeeper\"");
            answers.answer(
                    response,
                    Problem.of(
                            401,
                            "not-authenticated",
                            "A key is missing or wrong",
                            "Send the key as bearer token, or as Basic user name or password."));
        };
    }

    private static AccessDeniedHandler notPermitted(ProblemAnswers answers) {
        return (_, response, _) ->
                answers.answer(
                        response,
                        Problem.of(
                                403,
                                "not-permitted",
                                "Not permitted",
                                "This key may not do that."));
    }
}
