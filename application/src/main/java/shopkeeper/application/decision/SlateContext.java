package shopkeeper.application.decision;

import java.util.ArrayList;
import java.util.List;
import shopkeeper.domain.behavior.Query;
import shopkeeper.domain.decision.Question;
import shopkeeper.domain.decision.Question.Placement.Recommendations;
import shopkeeper.domain.kernel.Channel;
import shopkeeper.domain.recommendation.Occasion;
import shopkeeper.domain.recommendation.Setting;
import shopkeeper.domain.recommendation.SlateFilter;

/** What the moment of a question means for one of its slates. */
record SlateContext(Recommendations placement, Question question) {
    Occasion occasion() {
        return Occasion.of(
                placement.id(),
                question.around().page(),
                question.via().channel() == Channel.IN_STORE,
                !placement.products().isEmpty(),
                !question.cart().isEmpty());
    }

    Setting setting() {
        var around = question.around();
        return new Setting(
                placement.products(),
                question.cart(),
                around.category(),
                around.query().map(Query::text),
                around.language(),
                around.age());
    }

    int limit() {
        return placement.shown(question.around().device());
    }

    /** What of it had a say in the slate, named without repeating what was typed. */
    List<String> used() {
        var around = question.around();
        var used = new ArrayList<String>();
        if (!placement.products().isEmpty() || isOccasionOfPage()) {
            used.add("page");
        }
        around.category().ifPresent(_ -> used.add("category"));
        around.query().ifPresent(_ -> used.add("query"));
        if (!question.cart().isEmpty()) {
            used.add("cart");
        }
        if (placement.limit().isEmpty()) {
            around.device().ifPresent(_ -> used.add("device"));
        }
        if (around.age() > 0) {
            used.add("age");
        }
        if (!placement.filter().equals(SlateFilter.NONE)) {
            used.add("filter");
        }
        question.store().ifPresent(_ -> used.add("store"));
        used.add("language:" + around.language().code());
        return used;
    }

    private boolean isOccasionOfPage() {
        return Occasion.named(placement.id()).isEmpty()
                && question.around().page().flatMap(Occasion::named).isPresent();
    }
}
