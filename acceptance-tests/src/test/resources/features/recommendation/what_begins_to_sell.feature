@in-process @http
Feature: What begins to sell

  Background:
    Given 3 customers nobody knows bought hat and scarf together
    And the shelf holds "hat, scarf, glove"
    And the store is open

  Rule: What begins to sell is trending within five minutes

    Scenario: Everybody wants the hat
      When 5 minutes pass
      And 3 are suggested to anybody in the place home
      Then hat is suggested because TRENDING
      And glove is not suggested because TRENDING
