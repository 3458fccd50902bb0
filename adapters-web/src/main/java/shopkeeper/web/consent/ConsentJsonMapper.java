package shopkeeper.web.consent;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingConstants;
import shopkeeper.application.consent.ConsentViews;
import shopkeeper.domain.consent.Notice;
import shopkeeper.domain.consent.WordOfMouth;
import shopkeeper.domain.kernel.ContactMethod;

/** The ledger's entries as the web shows them. */
@Mapper(componentModel = MappingConstants.ComponentModel.SPRING)
interface ConsentJsonMapper {
    @Mapping(target = "purpose", source = "use.purpose")
    @Mapping(target = "contactMethod", source = "use.contactMethod")
    @Mapping(target = "channel", source = "via.channel")
    @Mapping(target = "touchpoint", source = "via.touchpoint")
    @Mapping(target = "position", source = "position.value")
    ConsentJson.Standing standing(ConsentViews.Entry entry);

    ConsentJson.NoticeShown shown(Notice notice);

    default ConsentJson.@Nullable NoticeShown notice(Optional<Notice> notice) {
        return notice.map(this::shown).orElse(null);
    }

    ConsentJson.Heard heard(WordOfMouth evidence);

    default ConsentJson.@Nullable Heard evidence(Optional<WordOfMouth> evidence) {
        return evidence.map(this::heard).orElse(null);
    }

    default @Nullable String call(Optional<String> call) {
        return call.orElse(null);
    }

    default @Nullable String contactMethod(Optional<ContactMethod> method) {
        return method.map(Enum::name).orElse(null);
    }

    default String time(Instant instant) {
        return instant.toString();
    }
}
