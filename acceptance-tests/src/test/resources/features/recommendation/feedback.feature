@in-process @http @amqp @mqtt
Feature: What customers say of suggestions

  Background:
    Given Ann is a customer who allows personal suggestions
    And the shelf holds "tea, milk"

  Rule: What a customer hides is gone from the next slate in every channel, until they undo it

    Scenario: Hidden
      When 2 are suggested to Ann in the place home
      And Ann says "hidden" of tea
      Then the shop says accepted
      And no channel suggests tea to Ann

    Scenario: Undone
      When 2 are suggested to Ann in the place home
      And Ann says "hidden" of tea
      And Ann says "undone" of tea
      And 2 are suggested to Ann in the place home
      Then "milk, tea" are suggested in this order

    Scenario: Not helpful
      When 2 are suggested to Ann in the place home
      And Ann says "not-helpful" of tea
      Then no channel suggests tea to Ann

  Rule: Feedback is about what a decision suggested

    Scenario: Something else
      When 2 are suggested to Ann in the place home
      And Ann says "hidden" of soap
      Then the shop refuses because of "not-suggested"

    Scenario: No decision
      When Ann says "hidden" of tea in a decision nobody made
      Then the shop refuses because of "unknown-decision"

    Scenario: Nothing to undo
      When 2 are suggested to Ann in the place home
      And Ann says "undone" of tea
      Then the shop refuses because of "nothing-to-undo"
