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

  Rule: A page about a kind of things shows these first

    Scenario: The page of hats
      Given the shelves hold "hats: hat; scarves: scarf"
      And the page is about the shelf hats
      When 2 are suggested to anybody in the place home
      Then hat is suggested first because FITS_PAGE
      And 1 of them is suggested because FITS_PAGE

  Rule: Where nothing may be shown the slate is empty and says why

    Scenario: Everything is sold out
      Given the shelf holds "tea, milk"
      And the open store is out of "tea, milk"
      When 2 are suggested to anybody in the place home
      Then nothing is suggested
      And 2 are missing because "OUT_OF_STOCK"
