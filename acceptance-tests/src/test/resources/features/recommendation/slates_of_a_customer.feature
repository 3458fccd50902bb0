@in-process @http @amqp @mqtt
Feature: What a customer bought and a slate

  Background:
    Given Ann is a customer who allows personal suggestions

  Rule: Whoever has one of some things needs no second one

    Scenario: A kettle
      Given Ann bought 1 kettle
      And the shelf holds "tea"
      And whoever has kettle needs no second one
      When 2 are suggested to Ann in the place home
      Then "tea" are suggested in this order

  Rule: A placement may show only what is new to the customer

    Scenario: She knows tea
      Given Ann bought 3 tea
      And the shelf holds "tea, milk"
      And the placement shows only what is new to the customer
      When 2 are suggested to Ann in the place home
      Then "milk" are suggested in this order
