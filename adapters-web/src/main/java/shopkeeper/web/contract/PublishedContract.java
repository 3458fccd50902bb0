package shopkeeper.web.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import shopkeeper.application.kernel.MessagingContract;
import tools.jackson.databind.JsonNode;

/** What clients may rely on, for programs and for people; made once, when somebody asks. */
@Component
public final class PublishedContract {
    private final ObjectProvider<RequestMappingHandlerMapping> mapping;
    private final MessagingContract messaging;
    private final Words words = Words.read();
    private @Nullable Made made;

    PublishedContract(
            @Qualifier("requestMappingHandlerMapping")
                    ObjectProvider<RequestMappingHandlerMapping> mapping,
            MessagingContract messaging) {
        this.mapping = mapping;
        this.messaging = messaging;
    }

    private record Made(String openApi, String asyncApi, Guide guide) {}

    public String openApi() {
        return made().openApi();
    }

    public String asyncApi() {
        return made().asyncApi();
    }

    public Guide guide() {
        return made().guide();
    }

    private synchronized Made made() {
        var known = made;
        if (known == null) {
            List<Offered> offered = Offered.all(mapping.getObject());
            JsonNode openApi = OpenApi.of(offered, words);
            JsonNode asyncApi = Words.tree(messaging.document());
            known =
                    new Made(
                            Words.pretty(openApi),
                            Words.pretty(asyncApi),
                            GuideWriter.guide(offered, words, asyncApi));
            made = known;
        }
        return known;
    }
}
