package shopkeeper.acceptance.steps;

import io.cucumber.java.BeforeStep;
import io.cucumber.java.ParameterType;
import io.cucumber.java.de.Wenn;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import shopkeeper.acceptance.Scene;

/** What time it is in the shop; a scenario that sets it says so before anything else. */
public final class ClockSteps {
    private final Scene scene;

    public ClockSteps(Scene scene) {
        this.scene = scene;
    }

    @ParameterType(name = "date", value = "\\d{4}-\\d{2}-\\d{2}", useForSnippets = false)
    public LocalDate date(String text) {
        return LocalDate.parse(text);
    }

    @ParameterType(name = "time", value = "\\d{1,2}:\\d{2}", useForSnippets = false)
    public LocalTime time(String text) {
        return LocalTime.parse(text.length() < 5 ? "0" + text : text);
    }

    /** What is said later is later, also where the clock stands still. */
    @BeforeStep
    public void aMomentPasses() {
        scene.shop().clock().aMoment();
    }

    @Given("it is {date} at {time} store time")
    @Given("it is {date} {time}")
    public void itIs(LocalDate date, LocalTime time) {
        scene.set(date.atTime(time).atZone(scene.zone()).toInstant());
    }

    @When("{int} minutes pass")
    @When("{int} minutes go by")
    @Wenn("{int} Minuten vergehen")
    public void minutesPass(int minutes) {
        scene.shop().clock().moveOn(Duration.ofMinutes(minutes));
    }

    @When("{int} hours pass")
    public void hoursPass(int hours) {
        scene.shop().clock().moveOn(Duration.ofHours(hours));
    }

    @When("{int} days pass")
    public void daysPass(int days) {
        scene.shop().clock().moveOn(Duration.ofDays(days));
    }
}
