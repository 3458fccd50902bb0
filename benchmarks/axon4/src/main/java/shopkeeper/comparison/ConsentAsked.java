package shopkeeper.comparison;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What a customer says about one use of their data. */
record ConsentAsked(
        @TargetAggregateIdentifier @JsonProperty("customer") String customer,
        String purpose,
        boolean granted,
        String at) {}
