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
