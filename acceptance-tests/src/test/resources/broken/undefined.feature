Feature: A sentence nobody knows

  Rule: Sentences are known

    Scenario: Undefined
      Given Ann is a costumer
