Feature: A promise that is not kept
  Scenario: Failing
    Given Ann is a customer
    Then nobody is known by Ann's card
