package shopkeeper.application.kernel;

import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.kernel.MessageId;
import shopkeeper.domain.kernel.Position;

/** A fact where it stands in the log, with the message that caused it. */
public record Logged<F extends Fact>(Position position, MessageId cause, F fact) {}
