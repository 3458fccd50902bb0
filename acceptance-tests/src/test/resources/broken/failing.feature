Feature: A promise that is not kept

  Rule: Nobody is known before she came

    Scenario: Failing
      Given Ann is a customer
      Then nobody is known by Ann's card
