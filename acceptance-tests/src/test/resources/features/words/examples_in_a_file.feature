@in-process @http
Feature: Examples in a file

  Rule: Rows may stand in a CSV file beside the feature
    # Whoever keeps the figures in a spreadsheet need not copy them.

    Scenario Outline: A sale price counts where it is below the list price
      Given <product> costs <list> GBP everywhere
      And <product> is on sale for <sale> GBP
      When the shop is asked for the price of <product>
      Then <product> costs <paid> GBP, explained by "<lines>"

      # examples: sale_prices.csv
      Examples:
