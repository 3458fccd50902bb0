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

    Scenario Outline: <why>
      Given the shelves hold "mugs: other-mug"
      And other-mug costs <price> GBP everywhere
      When 4 are suggested to anybody on the page of mug
      Then <better> of them are suggested because UP_SELL

      Examples:
        | price | better | why                           |
        | 4.19  | 1      | not dearer by a twentieth yet |
        | 4.20  | 2      | dearer by a twentieth         |
        | 6.40  | 2      | dearer by three fifths        |
        | 6.41  | 1      | the price band after the next |

  Rule: A better one is offered only where it leaves the shop no less of its price

    Scenario Outline: <why>
      Given 0.30 of the price of mug stays with the shop
      And <share> of the price of better-mug stays with the shop
      When 3 are suggested to anybody on the page of mug
      Then <better> of them are suggested because UP_SELL

      Examples:
        | share | better | why           |
        | 0.30  | 1      | as much of it |
        | 0.29  | 0      | less of it    |
