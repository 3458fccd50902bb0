@every-channel
Feature: What came back of what was suggested

  Background:
    Given Ann is a customer who allows personal suggestions
    And the shelf holds "boots, socks"
    And 2 are suggested to Ann in the place home

  Rule: A decision says what of it was bought and came back, and why
    # Whoever advises next must know that the boots were too small.

    Scenario: X7 Store return of a product the assistant recommended
      Given Ann bought 1 boots
      When Ann brings 1 boots back with its receipt because it is "too small"
      Then every channel says of that decision that boots was "returned: too small"

    Scenario: One of two pairs
      Given Ann bought 2 boots
      When Ann brings 1 boots back with its receipt because it is "Defective"
      Then every channel says of that decision that boots was "partly returned: defective"

    Scenario: Nobody said why
      Given Ann bought 1 boots
      When Ann brings 1 boots back with its receipt
      Then every channel says of that decision that boots was "returned"

  Rule: What came back is told also of a decision that is too old to be honoured
    # Goods may come back for weeks, and the next advice is not asked for within half an hour.

    Scenario: Three days later
      Given Ann bought 1 boots
      When 3 days pass
      And Ann brings 1 boots back with its receipt because it is "too small"
      Then every channel says "decision-expired" about that decision
      And every channel says of that decision that boots was "returned: too small"

    Scenario: Three days later, and she takes her permission back
      Given Ann bought 1 boots
      And 3 days pass
      And Ann brought 1 boots back with its receipt
      When Ann withdraws personal suggestions
      Then no channel says that anything of that decision came back

  Rule: It says nothing of what it did not suggest, and nothing where she does not allow it

    Scenario: Something else
      Given Ann bought 1 tea
      When Ann brings 1 tea back with its receipt because it is "too small"
      Then no channel says that anything of that decision came back

    Scenario: She takes her permission back
      Given Ann bought 1 boots
      And Ann brought 1 boots back with its receipt
      When Ann withdraws personal suggestions
      Then no channel says that anything of that decision came back
