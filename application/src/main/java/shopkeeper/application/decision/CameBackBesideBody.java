package shopkeeper.application.decision;

import java.time.Instant;
import shopkeeper.application.behavior.LastReturns;
import shopkeeper.application.behavior.PurchaseFacts;
import shopkeeper.application.consent.AskPermission;
import shopkeeper.application.profile.CustomerDirectory;
import shopkeeper.domain.kernel.CustomerId;

/** Asks as little as it can: most customers never brought anything back. */
record CameBackBesideBody(
        DecisionJournal journal,
        LastReturns returns,
        PurchaseFacts purchases,
        AskPermission permissions,
        CustomerDirectory directory)
        implements WhatCameBack {
    @Override
    public OfPerson of(CustomerId person, Instant now) {
        var customer = directory.now(person);
        var everyone = directory.everyone(customer);
        return new PersonsReturns(
                journal, purchases, permissions, customer, everyone, returns.of(everyone), now);
    }
}
