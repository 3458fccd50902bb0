package shopkeeper.web.repetition;

import jakarta.servlet.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import shopkeeper.application.repetition.KeptAnswers;
import shopkeeper.web.kernel.ProblemAnswers;

/** Stands behind the question who may call, so that no stranger uses up a key. */
@Configuration(proxyBeanMethods = false)
public class RepetitionWiring implements WebMvcConfigurer {
    private final KeyedRequests keyed;
    private final KeptAnswers answers;
    private final ProblemAnswers problems;

    RepetitionWiring(KeyedRequests keyed, KeptAnswers answers, ProblemAnswers problems) {
        this.keyed = keyed;
        this.answers = answers;
        this.problems = problems;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        // A form has no header to put a key in; what the desk records may be said twice.
        interceptors.addInterceptor(keyed).addPathPatterns("/v1/**").order(10);
    }

    /** Belongs behind everybody who may still turn a request away. */
    public Filter answeringOnce() {
        return new AnsweringOnce(answers, problems);
    }
}
