@in-process @http @amqp
Feature: Behavior

  Rule: Purchases and returns are facts of the customer's timeline

    Scenario: A purchase and its return
      Given Ann is a customer
      And Ann bought 2 salt
      When Ann brings 1 salt back with its receipt
      Then Ann's timeline shows 1 purchase
      And Ann's timeline shows 1 return

  Rule: A return belongs to a sale that happened

    Scenario: The same piece comes back twice
      Given Ann is a customer
      And Ann bought 1 salt
      And Ann brought 1 salt back with its receipt
      When Ann brings 1 salt back with its receipt
      Then the shop refuses because of "more-returned-than-bought"
