package shopkeeper.acceptance.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import java.util.Map;
import shopkeeper.acceptance.Scene;

/** What the shop is told of how good its suggestions were. */
public final class QualitySteps {
    private static final String CHANNEL = "channel";
    private static final String SEGMENT = "segment";

    private final Scene scene;
    private Map<String, Integer> channels = Map.of();
    private Map<String, Integer> segments = Map.of();

    public QualitySteps(Scene scene) {
        this.scene = scene;
    }

    /** Other scenes had suggestions too. */
    @Given("the report on suggestions was read")
    public void wasRead() {
        channels = scene.desk().slates(CHANNEL);
        segments = scene.desk().slates(SEGMENT);
    }

    @Then("the report counts {int} slate more in that channel")
    public void moreInChannel(int slates) {
        var channel = scene.channel().way().channel().name();
        Expect.that(
                "How many slates more in the channel " + channel,
                scene.desk().slates(CHANNEL).getOrDefault(channel, 0)
                        - channels.getOrDefault(channel, 0),
                slates);
    }

    @Then("the report counts {int} slate more in the segment {word}")
    public void moreInSegment(int slates, String segment) {
        Expect.that(
                "How many slates more in the segment " + segment,
                scene.desk().slates(SEGMENT).getOrDefault(segment, 0)
                        - segments.getOrDefault(segment, 0),
                slates);
    }

    @Then("the report counts no slate more in any segment")
    public void noSegment() {
        Expect.that("The slates of each segment", scene.desk().slates(SEGMENT), segments);
    }
}
