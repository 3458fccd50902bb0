@every-channel
Feature: Bought anywhere, remembered everywhere

  Rule: What is bought in one channel is known in all of them
    # One memory is the promise of the shop: nobody explains herself twice.

    Scenario: A purchase is on the customer's timeline
      Given Ann is a customer
      When Ann buys 2 salt
      Then the shop says accepted
      And Ann's timeline shows 1 purchase

    Scenario: What she bought is suggested to her wherever she comes
      Given Ann is a customer who allows personal suggestions
      When Ann buys 1 salt
      Then every channel suggests salt to Ann because it was bought before

  Rule: Without her permission what she bought is not used
    # GDPR Art. 6(1)(a): what was never allowed is not allowed.

    Scenario: A customer who was never asked gets what is popular
      Given Ann is a customer
      When Ann buys 1 salt
      Then every channel answers Ann with what is popular and withholds her purchase history as she was never asked
