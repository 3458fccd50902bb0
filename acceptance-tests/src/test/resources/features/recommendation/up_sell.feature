@in-process @http @amqp @mqtt
Feature: The next better one

  Background:
    Given the shelves hold "mugs: mug, better-mug, gold-mug; hats: hat"
    And mug costs 4.00 GBP everywhere
    And better-mug costs 5.99 GBP everywhere
    And gold-mug costs 40.01 GBP everywhere

  Rule: On a product's page the next better one of its kind is offered, one price band up

    Scenario: A better mug
      Given hat costs 5.99 GBP everywhere
      When 3 are suggested to anybody on the page of mug
      Then better-mug is suggested first because UP_SELL
      And 1 of them is suggested because UP_SELL

    Scenario: What has no price is no better one
      Given the shelves hold "mugs: best-mug"
      When 4 are suggested to anybody on the page of mug
      Then best-mug is not suggested because UP_SELL
