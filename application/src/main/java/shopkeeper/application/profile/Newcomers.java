package shopkeeper.application.profile;

import shopkeeper.domain.kernel.CustomerId;

/** Gives random ids to people the shop meets. */
public interface Newcomers {
    CustomerId next();
}
