Feature: Pricing

  Rule: A price is explained by lines that sum to it exactly

    @in-process @http
    Scenario: The list price
      Given salt costs 2.95 GBP everywhere
      When the shop is asked for the price of salt
      Then salt costs 2.95 GBP, explained by "LIST 2.95"

    @in-process @http
    Scenario Outline: A sale price counts where it is below the list price
      Given salt costs <list> GBP everywhere
      And salt is on sale for <sale> GBP
      When the shop is asked for the price of salt
      Then salt costs <paid> GBP, explained by "<lines>"

      Examples:
        | list | sale | paid | lines                 | why                          |
        | 2.95 | 2.36 | 2.36 | LIST 2.95, SALE -0.59 | the sale is lower            |
        | 2.95 | 2.95 | 2.95 | LIST 2.95             | equal is no reduction        |
        | 2.95 | 3.01 | 2.95 | LIST 2.95             | a sale never makes it dearer |

  Rule: The most specific list price wins: store, then channel, then any

    @in-process @http
    Scenario: A store's own price
      Given salt costs 2.95 GBP everywhere
      And salt costs 2.85 GBP in the channel support
      And salt costs 3.05 GBP in this store
      When the shop is asked for the price of salt
      Then salt costs 3.05 GBP, explained by "LIST 3.05"

    @in-process
    Scenario: A channel's own price
      Given salt costs 2.95 GBP everywhere
      And salt costs 2.85 GBP in the channel support
      When the shop is asked for the price of salt
      Then salt costs 2.85 GBP, explained by "LIST 2.85"

  Rule: What has no price is never free

    @in-process @http
    Scenario: No price book has it
      When the shop is asked for the price of salt
      Then salt has no price, and the answer says why

    @in-process @http
    Scenario: A price of nothing is refused
      When salt is given the price 0.00 GBP everywhere
      Then the shop refuses because of "price-not-positive"

  Rule: Each publication of a book is a version of its own

    @in-process @http
    Scenario: A book published again with another price
      Given salt costs 2.95 GBP everywhere
      When salt is given the price 3.05 GBP everywhere
      Then the price book of salt is at version 2
