@in-process @http @amqp @mqtt
Feature: What moves a product forward or back in a slate

  Rule: Of things that are as good, the one of another kind comes first
    # Three mugs in a row help nobody to choose.

    Scenario: Two mugs and a scarf
      Given 3 customers nobody knows bought blue-mug and red-mug together
      And 3 customers nobody knows bought scarf and saucer together
      And the shelves hold "mugs: blue-mug, red-mug; scarves: scarf"
      When 3 are suggested to anybody in the place home
      Then "blue-mug, scarf, red-mug" are suggested in this order

  Rule: What everybody buys anyway stands back where something else fits as well

    Scenario: Two candles that were searched for
      Given 12 customers nobody knows bought plain-candle two months ago
      And the shelf holds "plain-candle, red-candle"
      And the page was searched for "candle"
      When 2 are suggested to anybody in the place cart
      Then "red-candle, plain-candle" are suggested in this order

    Scenario: Where only one was searched for it comes first, however often it is bought
      Given 12 customers nobody knows bought plain-candle two months ago
      And the shelf holds "plain-candle, red-candle"
      And the page was searched for "plain"
      When 2 are suggested to anybody in the place cart
      Then "plain-candle, red-candle" are suggested in this order

  Rule: What the shop boosts comes before what is as good, and takes no more of a slate than its policy says

    Scenario: One of four
      Given 3 customers nobody knows bought milk and tea together
      And 2 customers nobody knows bought salt and soap together
      And the shelf holds "milk, tea, salt, soap"
      And the shop boosts "salt, soap"
      When 4 are suggested to anybody in the place home
      Then salt is suggested first because BOOSTED
      And "salt, milk, tea, soap" are suggested in this order
      And 1 of them is suggested because BOOSTED

    Scenario: A quarter of three is none
      Given 3 customers nobody knows bought milk and tea together
      And 2 customers nobody knows bought salt and soap together
      And the shelf holds "milk, tea, salt, soap"
      And the shop boosts "salt"
      When 3 are suggested to anybody in the place home
      Then "milk, tea, salt" are suggested in this order
      And 0 of them are suggested because BOOSTED

  Rule: On a product's page the next better one of its kind is offered, one price band up

    Scenario: A better mug
      Given the shelves hold "mugs: mug, better-mug, gold-mug; hats: hat"
      And mug costs 4.00 GBP everywhere
      And better-mug costs 5.99 GBP everywhere
      And gold-mug costs 40.01 GBP everywhere
      And hat costs 5.99 GBP everywhere
      When 3 are suggested to anybody on the page of mug
      Then better-mug is suggested first because UP_SELL
      And 1 of them is suggested because UP_SELL

    Scenario: What has no price is no better one
      Given the shelves hold "mugs: mug, better-mug"
      And mug costs 4.00 GBP everywhere
      When 1 are suggested to anybody on the page of mug
      Then better-mug is not suggested because UP_SELL

  Rule: A page about a kind of things shows these first

    Scenario: The page of hats
      Given the shelves hold "hats: hat; scarves: scarf"
      And the page is about the shelf hats
      When 2 are suggested to anybody in the place home
      Then hat is suggested first because FITS_PAGE
      And 1 of them is suggested because FITS_PAGE

  Rule: Where nothing may be shown the slate is empty and says why

    Scenario: Everything is sold out
      Given the store is open
      And the shelf holds "tea, milk"
      And the store is out of "tea, milk"
      When 2 are suggested to anybody in the place home
      Then nothing is suggested
      And 2 are missing because "OUT_OF_STOCK"

  Rule: Whoever was not asked, refused or took it back is shown what anybody sees, whatever they looked at
    # GDPR Art. 6(1)(a), 7(3): a look without permission must not follow anybody around.

    Scenario: Nobody asked her
      Given 3 customers nobody knows bought tea and milk together
      And the shelf holds "milk, salt, soap"
      And Ann is a customer
      When Ann looks at tea
      Then every channel shows Ann what it shows anybody, 3 of them

    Scenario: She refused
      Given 3 customers nobody knows bought tea and milk together
      And the shelf holds "milk, salt, soap"
      And Ann is a customer
      And Ann refused personal suggestions
      When Ann looks at tea
      Then every channel shows Ann what it shows anybody, 3 of them

    Scenario: She took it back
      Given 3 customers nobody knows bought tea and milk together
      And the shelf holds "milk, salt, soap"
      And Ann is a customer who allows personal suggestions
      And Ann looked at tea
      When Ann withdraws personal suggestions
      Then every channel shows Ann what it shows anybody, 3 of them
