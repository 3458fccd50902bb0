package shopkeeper.web.behavior;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import shopkeeper.application.access.Scope;
import shopkeeper.application.behavior.AskPoints;
import shopkeeper.application.behavior.OpenPoints;
import shopkeeper.application.behavior.ReceiptViews;
import shopkeeper.domain.behavior.PointsEvent.PointsOpened;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.StoreId;
import shopkeeper.domain.kernel.Via;
import shopkeeper.web.kernel.Input;
import shopkeeper.web.kernel.KnownCustomers;
import shopkeeper.web.kernel.Problem;
import shopkeeper.web.kernel.Versions;
import shopkeeper.web.kernel.Written;
import shopkeeper.web.security.CallableBy;

/** What receipts come to: a customer's points, a store's day, and what waits for its sale. */
@RestController
@RequestMapping("/v1")
final class ReceiptsController {
    private static final int MOST_POINTS = 100_000_000;

    private final KnownCustomers known;
    private final AskPoints points;
    private final OpenPoints opening;
    private final ReceiptViews receipts;
    private final InstantSource clock;

    ReceiptsController(
            KnownCustomers known,
            AskPoints points,
            OpenPoints opening,
            ReceiptViews receipts,
            InstantSource clock) {
        this.known = known;
        this.points = points;
        this.opening = opening;
        this.receipts = receipts;
        this.clock = clock;
    }

    /**
     * @param asOf set: how many they had then, by the rule of today
     */
    @GetMapping("/profiles/{customer}/points")
    @CallableBy(Scope.PROFILES)
    ReceiptsJson.Points points(
            @PathVariable String customer,
            @RequestParam(required = false) @Nullable String asOf,
            HttpServletRequest request,
            HttpServletResponse response) {
        var whom = known.whom(customer, asOf, request, response);
        return ReceiptsJson.Points.of(
                whom.customer(),
                whom.then()
                        .map(points::standingThen)
                        .orElseGet(() -> points.standing(whom.customer(), clock.instant())));
    }

    /** Taken over from elsewhere, so only those who keep the shop's data may say it. */
    @PutMapping(path = "/profiles/{customer}/points/opening", consumes = APPLICATION_JSON_VALUE)
    @CallableBy(Scope.REFERENCE)
    Written open(
            @PathVariable String customer,
            @RequestBody ReceiptsJson.Opening told,
            HttpServletRequest request) {
        Versions.demandNone(request);
        int number = Input.required("points", told.points());
        if (number < 0 || number > MOST_POINTS) {
            throw Problem.invalid("points must be a number from 0 to 100000000.").asException();
        }
        return Written.of(
                opening.open(
                        new PointsOpened(
                                known.now(customer).customer(),
                                number,
                                Via.web(),
                                Moment.at(clock.instant()))));
    }

    /** What a store takes is for those who run the shop. */
    @GetMapping("/stores/{store}/days/{day}")
    @CallableBy(Scope.OPERATE)
    ReceiptsJson.Day day(@PathVariable String store, @PathVariable String day) {
        return ReceiptsJson.Day.of(
                receipts.day(Input.word("store", store, StoreId::new), date(day)));
    }

    @GetMapping("/operations/waiting")
    @CallableBy(Scope.OPERATE)
    ReceiptsJson.AllWaiting waiting(@RequestParam(defaultValue = "100") String limit) {
        return new ReceiptsJson.AllWaiting(
                receipts.waiting(Input.number("limit", limit, 1, 500)).stream()
                        .map(ReceiptsJson.Waiting::of)
                        .toList());
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException _) {
            throw Problem.invalid("day must be a date such as 2026-11-20.").asException();
        }
    }
}
