package shopkeeper.web.profile;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingConstants;
import shopkeeper.application.profile.ProfileViews;
import shopkeeper.domain.kernel.Personal;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.profile.IdentifierType;
import shopkeeper.web.kernel.IdentifierTypes;

/** What the shop remembers of a customer, as the web shows it. */
@Mapper(componentModel = MappingConstants.ComponentModel.SPRING)
interface ProfileJsonMapper {
    @Mapping(target = "customer", source = "customer.value")
    ProfileJson.Profile profile(ProfileViews.Profile profile);

    @Mapping(target = "channel", source = "via.channel")
    @Mapping(target = "touchpoint", source = "via.touchpoint")
    ProfileJson.KnownIdentifier identifier(ProfileViews.KnownIdentifier identifier);

    @Mapping(target = "channel", source = "via.channel")
    @Mapping(target = "touchpoint", source = "via.touchpoint")
    ProfileJson.Entry entry(ProfileViews.TimelineEntry entry);

    default String type(IdentifierType type) {
        return IdentifierTypes.word(type);
    }

    default @Nullable String value(Personal<String> value) {
        return value.asOptional().orElse(null);
    }

    default @Nullable Long position(Optional<Position> position) {
        return position.map(Position::value).orElse(null);
    }

    default String time(Instant instant) {
        return instant.toString();
    }
}
