@every-channel
Feature: The same receipt counts once

  Rule: A receipt is known by its own identity, however often it is sent
    # Tills repeat what they got no answer to; a purchase counted twice is a wrong profile for years.

    Scenario: The same receipt arrives three times
      Given Ann is a customer
      When Ann buys 1 salt
      And the receipt of the salt arrives 2 times more
      Then the outcomes are "accepted, duplicate, duplicate"
      And Ann's timeline shows 1 purchase

    Scenario: Another receipt under the same number is a conflict
      Given Ann is a customer
      When Ann buys 1 salt
      And a receipt of the same number arrives with 2 salt
      Then the outcomes are "accepted, conflict"
      And Ann's timeline shows 1 purchase
