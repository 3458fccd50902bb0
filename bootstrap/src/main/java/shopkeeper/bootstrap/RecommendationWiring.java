package shopkeeper.bootstrap;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import shopkeeper.application.recommendation.CountFeedback;
import shopkeeper.application.recommendation.Recommend;
import shopkeeper.application.recommendation.RecommendationModule;
import shopkeeper.learning.algebra.Crew;
import shopkeeper.learning.recommendation.LearnedModels;
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
        return new RecommendationModule(
                LearnedTrainers.besideAShop(crew),
                LearnedTrainers.rankingBesideAShop(),
                new LearnedModels(crew)::texts);
    }

    @Bean
    Recommend recommend(RecommendationModule module) {
        return module.recommend();
    }

    @Bean
    CountFeedback countFeedback(RecommendationModule module) {
        return module.countFeedback();
    }

    @Bean
    TextReading textReading(RecommendationModule module, Feed caughtUp) {
        return new TextReading(module.texts());
    }

    /** Begins when everything in the log is remembered. */
    @Bean
    ModelTraining modelTraining(RecommendationModule module, Feed caughtUp, InstantSource time) {
        return new ModelTraining(module.retraining(), time);
    }
}
