@in-process @http @amqp @mqtt
Feature: What a customer bought and a slate

  Background:
    Given Ann is a customer who allows personal suggestions

  Rule: What goes with her favourite is suggested

    Scenario: What is bought together with her favourite
      Given 3 customers nobody knows bought tea and milk together
      And Ann bought 1 tea
      And the shelf holds "tea, milk"
      When 2 are suggested to Ann in the place home
      Then milk is suggested because they are bought together

  Rule: Whoever has one of some things needs no second one

    Scenario: A kettle
      Given Ann bought 1 kettle
      And the shelf holds "tea"
      And whoever has kettle needs no second one
      When 2 are suggested to Ann in the place home
      Then "tea" are suggested in this order
