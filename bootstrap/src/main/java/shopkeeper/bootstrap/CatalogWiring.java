package shopkeeper.bootstrap;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import shopkeeper.application.catalog.BrowseCatalog;
import shopkeeper.application.catalog.CatalogModule;
import shopkeeper.application.catalog.KeepCatalog;
import shopkeeper.persistence.catalog.CatalogPersistence;
import shopkeeper.persistence.eventlog.EventLog;

@Configuration(proxyBeanMethods = false)
class CatalogWiring {
    @Bean
    CatalogModule catalogModule() {
        return new CatalogModule();
    }

    @Bean
    KeepCatalog keepCatalog(EventLog log) {
        return CatalogModule.keepCatalog(CatalogPersistence.assortments(log));
    }

    @Bean
    BrowseCatalog browseCatalog(CatalogModule catalog) {
        return catalog.browseCatalog();
    }
}
