@in-process @http @amqp @mqtt
Feature: The rules of a slate

  Rule: A slate is full whenever the catalog can fill it, and says why when it is not

    Scenario: What nobody bought yet fills the rest
      Given 2 customers nobody knows bought tea and milk together
      And the shelf holds "tea, milk, salt"
      When 3 are suggested to anybody in the place home
      Then "milk, tea, salt" are suggested in this order
      And nothing is missing

    Scenario: More is wanted than there is
      Given the shelf holds "tea, milk"
      And the open store is out of "milk"
      When 2 are suggested to anybody in the place home
      Then "tea" are suggested in this order
      And 1 are missing because "OUT_OF_STOCK"

  Rule: Who is too young, or whose age nobody knows, is not tempted
    # Germany: Jugendschutzgesetz § 9 and § 10.

    Scenario Outline: <why>
      Given the shelf holds "tea"
      And gin may be bought from the age of 18
      And somebody confirmed an age of <age>
      When 2 are suggested to anybody in the place home
      Then "<suggested>" are suggested in this order

      Examples:
        | age | suggested | why                     |
        | 0   | tea       | nobody confirmed an age |
        | 17  | tea       | a year too young        |
        | 18  | gin, tea  | old enough              |

  Rule: What is replaced gives way to its successor

    Scenario: A successor stands in
      Given the shelf holds "new-lamp"
      And lamp is replaced by new-lamp
      When 2 are suggested to anybody in the place home
      Then "new-lamp" are suggested in this order
      And 1 are missing because "REPLACED"

    Scenario: Two that replace each other replace nothing
      Given lamp is replaced by torch
      And torch is replaced by lamp
      When 2 are suggested to anybody in the place home
      Then "lamp, torch" are suggested in this order

  Rule: What goes with the cart is shown, the cart itself is not

    Scenario: Another need
      Given 3 customers nobody knows bought tea and scones together
      And the shelves hold "drinks: tea; cakes: scones"
      When 2 are suggested to anybody in the place cart with tea in the cart
      Then scones is suggested first because CROSS_SELL
      And the answer does not suggest tea

    Scenario: How it was made is said
      Given the shelf holds "tea, milk, salt"
      When 2 are suggested to anybody in the place cart with tea in the cart
      Then every suggestion names its models and the policy cart-3

  Rule: What the shop promotes takes no more of a slate than its policy says

    Scenario: A quarter of four
      Given 3 customers nobody knows bought tea and milk together
      And the shelf holds "tea, milk, salt, soap"
      And the shop pins soap
      When 4 are suggested to anybody in the place home
      Then soap is suggested first because PINNED

    Scenario: A quarter of three is none
      Given 3 customers nobody knows bought tea and milk together
      And the shelf holds "tea, milk, salt, soap"
      And the shop pins soap
      When 3 are suggested to anybody in the place home
      Then "milk, tea, salt" are suggested in this order

    Scenario: Nobody is tempted because the shop wants it
      Given the shelf holds "tea, milk, salt"
      And gin may be bought from the age of 18
      And the shop pins gin
      When 4 are suggested to anybody in the place home
      Then "milk, salt, tea" are suggested in this order

    Scenario: What is sold out is not shown because the shop wants it
      Given the shelf holds "tea, milk, salt"
      And the open store is out of "salt"
      And the shop pins salt
      When 4 are suggested to anybody in the place home
      Then "milk, tea" are suggested in this order

  Rule: What was searched for is found

    Scenario: By a word of its name
      Given the shelf holds "tea-pot, milk"
      And the page was searched for "pot"
      When 2 are suggested to anybody in the place home
      Then tea-pot is suggested first because MATCHES_QUERY

  Rule: Whatever speaks for a suggestion is said of it

    Scenario: Three reasons for one
      Given 3 customers nobody knows bought tea and milk-jug together
      And the shelves hold "drinks: tea; dishes: milk-jug"
      And the page was searched for "jug"
      When 2 are suggested to anybody in the place cart with tea in the cart
      Then milk-jug is suggested because "CO_PURCHASED, MATCHES_QUERY, CROSS_SELL"

  Rule: Reasons are in the customer's language

    Scenario: In German
      Given the shelf holds "tea"
      And the customer reads de-DE
      When 1 are suggested to anybody in the place home
      Then the reason for tea reads "aus dem Sortiment des Ladens"
