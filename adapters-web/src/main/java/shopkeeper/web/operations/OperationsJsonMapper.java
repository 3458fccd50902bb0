package shopkeeper.web.operations;

import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingConstants;
import shopkeeper.application.kernel.ParkedFacts;
import shopkeeper.application.kernel.Quarantine;

@Mapper(componentModel = MappingConstants.ComponentModel.SPRING)
interface OperationsJsonMapper {
    @Mapping(target = "position", source = "position.value")
    OperationsJson.Parked parked(ParkedFacts.Parked parked);

    OperationsJson.Kept kept(Quarantine.Kept kept);
}
