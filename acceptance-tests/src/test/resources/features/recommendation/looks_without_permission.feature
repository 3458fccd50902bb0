@in-process @http @amqp @mqtt
Feature: Looks that nobody may use

  Background:
    Given 3 customers nobody knows bought tea and milk together
    And the shelf holds "milk, salt, soap"

  Rule: Whoever was not asked, refused or took it back is shown what anybody sees, whatever they looked at
    # GDPR Art. 6(1)(a), 7(3): a look without permission must not follow anybody around.

    Scenario: Nobody asked her
      Given Ann is a customer
      When Ann looks at tea
      Then every channel shows Ann what it shows anybody, 3 of them

    Scenario: She refused
      Given Ann is a customer
      And Ann refused personal suggestions
      When Ann looks at tea
      Then every channel shows Ann what it shows anybody, 3 of them

    Scenario: She took it back
      Given Ann is a customer who allows personal suggestions
      And Ann looked at tea
      When Ann withdraws personal suggestions
      Then every channel shows Ann what it shows anybody, 3 of them
