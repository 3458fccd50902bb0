package shopkeeper.web.security;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy.SAME_ORIGIN;
import static org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy.NO_REFERRER;

import io.github.bucket4j.TimeMeter;
import jakarta.servlet.DispatcherType;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import shopkeeper.application.access.Allowances;
import shopkeeper.application.access.Keys;
import shopkeeper.application.access.Scope;
import shopkeeper.web.kernel.Json;
import shopkeeper.web.kernel.Problem;
import shopkeeper.web.kernel.ProblemAnswers;
import shopkeeper.web.repetition.RepetitionWiring;

/** Nothing is open but health here; a key is asked for at every call, and nothing is remembered. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityWiring implements WebMvcConfigurer {
    private static final String PAGES_ONLY_THEMSELVES =
            "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    private final ScopeCheck scopeCheck;

    SecurityWiring(ScopeCheck scopeCheck) {
        this.scopeCheck = scopeCheck;
    }

    /**
     * @param limits SHOPKEEPER_LIMITS
     */
    @Bean
    static RateLimits rateLimits(@Value("${shopkeeper.limits:}") String limits) {
        return new RateLimits(Allowances.USUAL.with(limits), TimeMeter.SYSTEM_NANOTIME);
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        // The desk asks for a session instead, and the contract for nothing, see web.desk.
        interceptors
                .addInterceptor(scopeCheck)
                .excludePathPatterns("/", "/desk/**", "/docs", "/*.json")
                .order(-10);
    }

    @Bean
    static SecurityFilterChain keysOnly(
            HttpSecurity http,
            KeyCheck keyCheck,
            Keys keys,
            Json json,
            Purses purses,
            ProblemAnswers answers,
            RepetitionWiring repetition)
            throws Exception {
        return http.authorizeHttpRequests(calls ->
                        calls.dispatcherTypeMatchers(DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers(GET, "/actuator/health")
                                .permitAll()
                                .requestMatchers(HEAD, "/actuator/health")
                                .permitAll()
                                .requestMatchers(HEAD, "/actuator/prometheus")
                                .hasAuthority(new ScopeAuthority(Scope.OPERATE).getAuthority())
                                .requestMatchers(GET, "/actuator/prometheus")
                                .hasAuthority(new ScopeAuthority(Scope.OPERATE).getAuthority())
                                .requestMatchers("/actuator/**")
                                .denyAll()
                                .anyRequest()
                                .authenticated())
                .oauth2ResourceServer(server ->
                        server.bearerTokenResolver(new KeyInHeader())
                                .opaqueToken(token -> token.introspector(keyCheck))
                                .authenticationEntryPoint(new WithoutKey(purses, answers))
                                .accessDeniedHandler(notPermitted(answers)))
                .exceptionHandling(problems ->
                        problems.authenticationEntryPoint(new WithoutKey(purses, answers))
                                .accessDeniedHandler(notPermitted(answers)))
                .sessionManagement(
                        sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers ->
                        headers.contentSecurityPolicy(
                                        policy -> policy.policyDirectives(PAGES_ONLY_THEMSELVES))
                                .referrerPolicy(referrer -> referrer.policy(NO_REFERRER))
                                .crossOriginResourcePolicy(
                                        resources -> resources.policy(SAME_ORIGIN)))
                .addFilterBefore(
                        new PagesOfShops(keys, answers), BearerTokenAuthenticationFilter.class)
                .addFilterBefore(new KeyInBody(json), BearerTokenAuthenticationFilter.class)
                .addFilterAfter(new KeysOfPages(answers), AuthorizationFilter.class)
                .addFilterAfter(new LimitedClients(purses, answers), AuthorizationFilter.class)
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

    private static AccessDeniedHandler notPermitted(ProblemAnswers answers) {
        return (_, response, _) ->
                answers.answer(
                        response,
                        Problem.of(
                                403,
                                "not-permitted",
                                "Not permitted",
                                "This key or token may not do that."));
    }
}
