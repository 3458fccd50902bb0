@in-process @http @amqp @mqtt
Feature: What the shop boosts

  Background:
    Given 3 customers nobody knows bought milk and tea together
    And 2 customers nobody knows bought salt and soap together
    And the shelf holds "milk, tea, salt, soap"

  Rule: What the shop boosts comes before what is as good, and takes no more of a slate than its policy says

    Scenario: One of four
      Given the shop boosts "salt, soap"
      When 4 are suggested to anybody in the place home
      Then salt is suggested first because BOOSTED
      And "salt, milk, tea, soap" are suggested in this order
      And 1 of them is suggested because BOOSTED

    Scenario: A quarter of three is none
      Given the shop boosts "salt"
      When 3 are suggested to anybody in the place home
      Then "milk, tea, salt" are suggested in this order
      And 0 of them are suggested because BOOSTED
