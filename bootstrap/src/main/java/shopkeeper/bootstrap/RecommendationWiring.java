package shopkeeper.bootstrap;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import shopkeeper.application.recommendation.Recommend;
import shopkeeper.application.recommendation.RecommendationModule;
import shopkeeper.learning.algebra.Crew;
import shopkeeper.persistence.feed.Feed;

@Configuration(proxyBeanMethods = false)
class RecommendationWiring {
    /** One thread: a shop has other work to do. */
    @Bean
    Crew trainingCrew() {
        return new Crew(1);
    }

    @Bean
    RecommendationModule recommendationModule(Crew crew) {
        return new RecommendationModule(LearnedTrainers.besideAShop(crew));
    }

    @Bean
    Recommend recommend(RecommendationModule module) {
        return module.recommend();
    }

    /** Begins when everything in the log is remembered. */
    @Bean
    ModelTraining modelTraining(RecommendationModule module, Feed caughtUp, InstantSource time) {
        return new ModelTraining(module.retraining(), time);
    }
}
