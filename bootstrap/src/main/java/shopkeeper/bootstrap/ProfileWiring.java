package shopkeeper.bootstrap;

import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import shopkeeper.application.decision.DecisionModule;
import shopkeeper.application.profile.CustomerChanges;
import shopkeeper.application.profile.CustomerDirectory;
import shopkeeper.application.profile.FindCustomer;
import shopkeeper.application.profile.IdentifierKeys;
import shopkeeper.application.profile.PastProfiles;
import shopkeeper.application.profile.ProfileModule;
import shopkeeper.application.profile.ProfileViews;
import shopkeeper.application.profile.RecogniseCustomer;
import shopkeeper.application.profile.RecordReveal;
import shopkeeper.application.profile.Registers;
import shopkeeper.files.profile.FileProfileModule;
import shopkeeper.persistence.eventlog.EventLog;
import shopkeeper.persistence.feed.Projection;
import shopkeeper.persistence.profile.ProfilePersistence;

@Configuration(proxyBeanMethods = false)
class ProfileWiring {
    @Bean
    IdentifierKeys identifierKeys(PlatformOptions options) {
        return FileProfileModule.identifierKeys(options.data());
    }

    @Bean
    Registers registers(EventLog log) {
        return ProfilePersistence.registers(log);
    }

    @Bean
    RecogniseCustomer recogniseCustomer(Registers registers, IdentifierKeys keys) {
        return ProfileModule.recogniseCustomer(registers, keys, ProfilePersistence.newcomers());
    }

    @Bean
    FindCustomer findCustomer(Registers registers, IdentifierKeys keys) {
        return ProfileModule.findCustomer(registers, keys);
    }

    @Bean
    RecordReveal recordReveal(EventLog log) {
        return ProfileModule.recordReveal(ProfilePersistence.reveals(log));
    }

    @Bean
    CustomerDirectory customerDirectory() {
        return ProfileModule.customerDirectory();
    }

    @Bean
    CustomerChanges customerChanges(CustomerDirectory directory) {
        return ProfileModule.customerChanges(directory, DecisionModule::concernedBy);
    }

    @Bean
    PastProfiles pastProfiles(EventLog log, DSLContext sql) {
        return ProfilePersistence.past(log, sql);
    }

    @Bean
    ProfileViews profileViews(DSLContext sql) {
        return ProfilePersistence.views(sql);
    }

    @Bean
    Projection profileProjection() {
        return ProfilePersistence.projection();
    }

    @Bean
    Projection timelineProjection() {
        return ProfilePersistence.timeline();
    }
}
