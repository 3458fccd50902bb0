@in-process @http
Feature: What others looked at next

  Background:
    Given Ben is a customer who allows personal suggestions
    And the shelf holds "lantern, candle"
    And Ben looked at lantern
    And Ben looked at candle
    And Ann is a customer who allows personal suggestions

  Rule: What others looked at next is suggested with the next click, as long as they allow it

    Scenario: Ben's visit
      When Ann looks at lantern
      And 2 are suggested to Ann in the place home
      Then candle is suggested because ALIKE_VISITS

    Scenario: Ben takes it back
      Given Ben withdraws personal suggestions
      When Ann looks at lantern
      And 2 are suggested to Ann in the place home
      Then candle is not suggested because ALIKE_VISITS
