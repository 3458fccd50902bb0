@in-process @http
Feature: What others looked at next

  Background:
    Given the shelf holds "lantern, candle, torch"
    And Ann is a customer who allows personal suggestions
    And Ben is a customer who allows personal suggestions
    And Ben allows improving the product
    And Ben looked at lantern
    And Ben looked at candle
    And Cid is a customer who allows personal suggestions
    And Cid looked at lantern
    And Cid looked at torch

  Rule: What others looked at next is suggested with the next click, where they allow improving the product with it

    Scenario: Ben's visit
      When Ann looks at lantern
      And 3 are suggested to Ann in the place home
      Then candle is suggested because ALIKE_VISITS

    Scenario: Cid was never asked
      When Ann looks at lantern
      And 3 are suggested to Ann in the place home
      Then torch is not suggested because ALIKE_VISITS

    Scenario Outline: Ben takes it back
      Given Ben withdraws <what>
      When Ann looks at lantern
      And 3 are suggested to Ann in the place home
      Then candle is not suggested because ALIKE_VISITS

      Examples:
        | what                  | why                                        |
        | improving the product | nobody else gains from it any more         |
        | personal suggestions  | what he looked at is not kept for anything |
