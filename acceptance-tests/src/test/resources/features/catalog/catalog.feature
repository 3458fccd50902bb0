@in-process @http
Feature: Catalog

  Rule: What the shop sells is what it listed last

    Scenario: A product is listed and taken out again
      Given the shop sells salt
      When the shop takes salt out of its assortment
      Then the shop says accepted
      And salt is sold: no

  Rule: Stock is what was counted last in that store
    # Offering what is not there costs more trust than offering nothing.

    Scenario: A later count replaces the earlier
      Given the store is open
      And the store counted 3 salt
      When the store counts 1 salt
      Then the store has 1 salt

    Scenario: A store nobody opened
      When a store nobody opened counts 3 salt
      Then the shop refuses because of "unknown-store"

    Scenario: A count below zero
      Given the store is open
      When the store counts -1 salt
      Then the shop refuses because of "negative-stock"
