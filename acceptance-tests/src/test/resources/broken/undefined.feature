Feature: A sentence nobody knows
  Scenario: Undefined
    Given a sentence that no step was ever written for
