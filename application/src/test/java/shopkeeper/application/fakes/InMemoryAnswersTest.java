package shopkeeper.application.fakes;

import shopkeeper.application.contracts.KeptAnswersContract;
import shopkeeper.application.repetition.KeptAnswers;

class InMemoryAnswersTest extends KeptAnswersContract {
    private final KeptAnswers answers = new InMemoryAnswers();

    @Override
    protected KeptAnswers answers() {
        return answers;
    }
}
