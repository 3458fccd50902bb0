package shopkeeper.bootstrap;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import shopkeeper.application.catalog.BrowseCatalog;
import shopkeeper.application.catalog.CatalogModule;
import shopkeeper.application.catalog.KeepCatalog;
import shopkeeper.application.kernel.Memory;
import shopkeeper.persistence.catalog.CatalogPersistence;
import shopkeeper.persistence.eventlog.EventLog;

@Configuration(proxyBeanMethods = false)
class CatalogWiring {
    private final CatalogModule catalog = new CatalogModule();

    @Bean
    KeepCatalog keepCatalog(EventLog log) {
        return CatalogModule.keepCatalog(CatalogPersistence.assortments(log));
    }

    @Bean
    BrowseCatalog browseCatalog() {
        return catalog.browseCatalog();
    }

    @Bean
    Memory catalogMemory() {
        return catalog.memory();
    }
}
