@every-channel
Feature: One decision id, one answer

  Rule: A decision is the same in every channel until it expires
    # What the web shop showed in the morning must not be denied at the till at noon.

    Scenario: Every channel repeats the answer word for word
      Given Ann is a customer who allows personal suggestions
      And Ann bought 1 salt
      When the shop is asked what to suggest to Ann
      Then the answer is personal
      And every channel gives that same answer under its id

    Scenario: The answer does not change when the customer changes her mind
      Given Ann is a customer who allows personal suggestions
      And the shop was asked what to suggest to Ann
      When Ann withdraws personal suggestions
      Then every channel gives that same answer under its id

    Scenario: After its time no channel honours it
      Given Ann is a customer
      And the shop was asked what to suggest to Ann
      When 31 minutes pass
      Then every channel says "decision-expired" about that decision

    Scenario: A decision nobody made is found in no channel
      Given Ann is a customer
      When the shop is asked what to suggest to Ann
      Then every channel says "not-found" about a decision nobody made
