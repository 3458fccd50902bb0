@in-process @http
Feature: Recommendation

  Rule: Each suggestion says why it is there

    Scenario: What goes together
      Given 3 customers nobody knows bought tea and milk together
      When the shop is asked what goes with tea
      Then the answer suggests milk because they are bought together
      And the answer does not suggest tea

    Scenario: What she bought before
      Given Ann is a customer who allows personal suggestions
      And Ann bought 1 tea
      When the shop is asked what to suggest to Ann
      Then the answer suggests tea because it was bought before

    Scenario: What goes with what she looks at right now
      Given 3 customers nobody knows bought tea and milk together
      And Ann is a customer who allows personal suggestions
      When Ann looks at tea
      And the shop is asked what to suggest to Ann
      Then the answer suggests milk because GOES_WITH_SEEN

  Rule: Only what is sold is suggested, and nothing of which that store counted none
    # What nobody counted may well be there: not to know is no reason to say that it is gone.

    Scenario: Out of stock here
      Given the store is open
      And 3 customers nobody knows bought tea and milk together
      And the store counted 0 milk
      When the shop is asked what goes with tea
      Then the answer withholds milk because it is out of stock

    Scenario: Something else was counted here
      Given the store is open
      And 3 customers nobody knows bought tea and milk together
      And the store counted 0 salt
      When the shop is asked what goes with tea
      Then the answer suggests milk because they are bought together

    Scenario: No longer sold
      Given 3 customers nobody knows bought tea and milk together
      And the shop takes milk out of its assortment
      When the shop is asked what goes with tea
      Then the answer does not suggest milk
