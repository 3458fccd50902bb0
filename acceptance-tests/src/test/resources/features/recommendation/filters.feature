@in-process @http @amqp @mqtt
Feature: What a placement wants to show

  Rule: A placement's filter is asked before anything is ranked

    Scenario: Only one brand
      Given the shelf holds "tea, milk"
      And soap is of the brand Bubbles
      And the placement shows only the brand Bubbles
      When 2 are suggested to anybody in the place home
      Then "soap" are suggested in this order

    Scenario: Nothing of that brand
      Given the shelf holds "tea"
      And the placement shows only the brand Bubbles
      When 1 are suggested to anybody in the place home
      Then 1 are missing because "FILTERED"

    Scenario: Without a shelf
      Given the shelves hold "drinks: tea; sweets: candy"
      And the placement leaves out the shelf sweets
      When 2 are suggested to anybody in the place home
      Then "tea" are suggested in this order

    Scenario: Without one product
      Given the shelf holds "tea, milk"
      And the placement leaves out milk
      When 1 are suggested to anybody in the place home
      Then "tea" are suggested in this order

  Rule: A price that is asked for is kept to the penny, and what has none is not there

    Background:
      Given the shelf holds "tea, milk"
      And milk costs 1.00 GBP everywhere

    Scenario Outline: What has no price, and nothing <bound>
      Given the placement shows nothing <bound> 1.00
      When 2 are suggested to anybody in the place home
      Then "milk" are suggested in this order
      And 1 are missing because "FILTERED"

      Examples:
        | bound | why                                     |
        | above | nobody knows whether it is cheap enough |
        | below | nobody knows whether it is dear enough  |

    Scenario Outline: <why>
      Given tea costs <price> GBP everywhere
      And the placement shows nothing <bound> 1.00
      When 2 are suggested to anybody in the place home
      Then "<suggested>" are suggested in this order

      Examples:
        | bound | price | suggested | why                  |
        | above | 1.00  | milk, tea | just as much as that |
        | above | 1.01  | milk      | a penny too dear     |
        | below | 1.00  | milk, tea | just as much as this |
        | below | 0.99  | milk      | a penny too cheap    |

  Rule: A placement may show only what is new to the customer, or only what they know

    Background:
      Given Ann is a customer who allows personal suggestions
      And Ann bought 3 tea
      And the shelf holds "tea, milk"

    Scenario: New
      Given the placement shows only what is new to the customer
      When 2 are suggested to Ann in the place home
      Then "milk" are suggested in this order
      And 1 are missing because "BOUGHT_ALREADY"

    Scenario: Once more
      Given the placement shows only what the customer bought before
      When 2 are suggested to Ann in the place home
      Then "tea" are suggested in this order
      And 1 are missing because "FILTERED"

    Scenario: Nobody in particular bought nothing before
      Given the placement shows only what the customer bought before
      When 2 are suggested to anybody in the place home
      Then nothing is suggested
      And 2 are missing because "FILTERED"
