@in-process @http @amqp @mqtt
Feature: What the moment has to say in a slate

  Rule: An answer names what of the moment had a say in it, and repeats nothing that was typed

    Scenario: Nothing special
      Given the shelf holds "tea"
      When 1 are suggested to anybody in the place home
      Then what had a say was "filter, store, language:en"

    Scenario: Something was searched for
      Given the shelf holds "tea"
      And the page was searched for "remedy for hiccups"
      When 1 are suggested to anybody in the place home
      Then what had a say was "query, filter, store, language:en"
      And the answer does not repeat "hiccups"

    Scenario: Something is in the cart
      Given the shelf holds "tea"
      When 1 are suggested to anybody in the place home with tea in the cart
      Then what had a say was "cart, filter, store, language:en"

    Scenario: A product's page
      Given the shelf holds "tea"
      When 1 are suggested to anybody on the page of tea
      Then what had a say was "page, filter, store, language:en"

    Scenario: A page about a shelf
      Given the shelves hold "hats: hat"
      And the page is about the shelf hats
      When 1 are suggested to anybody in the place home
      Then what had a say was "category, filter, store, language:en"

    Scenario: Read in German by somebody who is old enough
      Given the shelf holds "tea"
      And the customer reads de-DE
      And somebody confirmed an age of 18
      When 1 are suggested to anybody in the place home
      Then what had a say was "age, filter, store, language:de"

  Rule: The page picks the policy where the placement's name does not say what somebody is doing

    Scenario Outline: <why>
      Given the shelf holds "tea, milk"
      And it is a <page> page
      When 1 are suggested to anybody in the place <place>
      Then every suggestion names its models and the policy <policy>
      And what had a say was "<say>"

      Examples:
        | page | place | policy | say                              | why                          |
        | cart | below | cart-3 | page, filter, store, language:en | the page says it             |
        | cart | home  | home-3 | filter, store, language:en       | the placement's name says it |

  Rule: As many are suggested as the device has room for, where the placement does not say how many
    # Ten suggestions push everything else off a phone.

    Background:
      Given the shelf holds "a, b, c, d, e, f, g, h, i, j, k"

    Scenario Outline: <device>
      Given it is looked at on a <device>
      When as many as there is room for are suggested to anybody in the place home
      Then <items> are suggested in all
      And what had a say was "device, filter, store, language:en"

      Examples:
        | device  | items | why                             |
        | phone   | 4     | a screen as wide as a hand      |
        | tablet  | 6     | two rows of three               |
        | desktop | 10    | room for whatever one looks for |

    Scenario: The placement says how many
      Given it is looked at on a phone
      When 7 are suggested to anybody in the place home
      Then 7 are suggested in all
      And what had a say was "filter, store, language:en"
