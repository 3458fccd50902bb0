package shopkeeper.messaging.broker;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.apache.qpid.protonj2.client.Delivery;
import org.apache.qpid.protonj2.client.Message;
import org.apache.qpid.protonj2.client.Sender;
import org.apache.qpid.protonj2.client.exceptions.ClientException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopkeeper.application.kernel.Unavailable;
import shopkeeper.messaging.kernel.Answer;
import shopkeeper.messaging.kernel.AnswerWriter;
import shopkeeper.messaging.kernel.Desk;
import shopkeeper.messaging.kernel.Letter;

/** Takes one letter after the other to the desk and sends the answers. */
final class Clerk {
    private static final Logger LOG = LoggerFactory.getLogger(Clerk.class);
    private static final int TRIES = 7;
    private static final long GIVEN_UP_AFTER_DELIVERIES = 3;

    private final Desk desk;
    private final InstantSource clock;
    private final OpeningHours hours;

    Clerk(Desk desk, InstantSource clock, OpeningHours hours) {
        this.desk = desk;
        this.clock = clock;
        this.hours = hours;
    }

    /** Takes the letter in, answers it, and only then tells the broker that it is done. */
    void work(Letter letter, Message<?> message, Delivery delivery, Sender sender) {
        try {
            if (!isDone(letter, message, sender)) {
                delivery.modified(true, false);
            } else {
                delivery.accept();
            }
        } catch (ClientException e) {
            // The broker has not heard that it is done and will bring it again; what was recorded
            // is then a duplicate.
            LOG.debug("not settled: {}: {}", letter.incoming(), e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("not settled: {}", letter.incoming(), e);
        }
    }

    private boolean isDone(Letter letter, Message<?> message, Sender sender)
            throws ClientException {
        try {
            var answer = taken(letter, message.deliveryCount());
            if (answer.isPresent()) {
                send(answer.get(), letter, message, sender);
            }
            return answer.isPresent();
        } catch (RuntimeException e) {
            LOG.error("not answered: {}", letter.incoming(), e);
            return false;
        }
    }

    /**
     * Tried in place, so that the till's later messages wait behind it: without end while something
     * the house needs is away, and a few times where the platform itself fails.
     */
    private Optional<Answer> taken(Letter letter, long deliveries) {
        int failures = 0;
        for (int faults = 0; faults < TRIES && waits(failures); failures++) {
            try {
                return Optional.of(desk.take(letter));
            } catch (Unavailable e) {
                tellOf(e, letter, failures);
            } catch (RuntimeException e) {
                faults++;
                LOG.warn("could not take {}: failed {} times", letter.incoming(), faults, e);
            }
        }
        return hours.isOpen() && deliveries >= GIVEN_UP_AFTER_DELIVERIES
                ? keptAside(letter)
                : Optional.empty();
    }

    private Optional<Answer> keptAside(Letter letter) {
        try {
            return Optional.of(desk.giveUp(letter));
        } catch (RuntimeException e) {
            LOG.warn("could not even be kept aside: {}", letter.incoming(), e);
            return Optional.empty();
        }
    }

    private static void tellOf(Unavailable outage, Letter letter, int failures) {
        if (failures == 0) {
            LOG.warn("{} waits for what is away: {}", letter.incoming(), outage.getMessage());
        } else {
            LOG.debug("{} still waits: {}", letter.incoming(), outage.getMessage());
        }
    }

    /** Before every try but the first; false when the house closes. */
    private boolean waits(int failures) {
        if (failures > 0) {
            hours.pause(failures - 1);
        }
        return failures == 0 || hours.isOpen();
    }

    private void send(Answer answer, Letter letter, Message<?> message, Sender sender)
            throws ClientException {
        var body = AnswerWriter.write(answer, Post.nameOf(letter, message), clock.instant());
        var replyTo = Post.replyTo(letter, message);
        if (replyTo.isPresent()) {
            sender.send(
                    Post.answer(body, answer, letter, message, replyTo.get())
                            .timeToLive(Retention.OUTCOMES.toMillis())
                            .durable(false));
        }
        if (answer instanceof Answer.Outcome) {
            for (String address : told(letter)) {
                sender.send(
                        Post.answer(body, answer, letter, message, address)
                                .timeToLive(Retention.OUTCOMES.toMillis())
                                .durable(true));
            }
        }
    }

    /** Everybody hears of an outcome at one address, the till itself also at one of its own. */
    private static List<String> told(Letter letter) {
        return Post.till(letter)
                .map(area -> List.of(Addresses.OUTCOMES, area.address(Addresses.OUTCOMES)))
                .orElse(List.of(Addresses.OUTCOMES));
    }
}
