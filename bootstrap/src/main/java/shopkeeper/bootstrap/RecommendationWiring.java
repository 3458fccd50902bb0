package shopkeeper.bootstrap;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import shopkeeper.application.recommendation.CountFeedback;
import shopkeeper.application.recommendation.Recommend;
import shopkeeper.application.recommendation.RecommendationModule;

@Configuration(proxyBeanMethods = false)
class RecommendationWiring {
    @Bean
    RecommendationModule recommendationModule() {
        return new RecommendationModule();
    }

    @Bean
    Recommend recommend(RecommendationModule module) {
        return module.recommend();
    }

    @Bean
    CountFeedback countFeedback(RecommendationModule module) {
        return module.countFeedback();
    }
}
