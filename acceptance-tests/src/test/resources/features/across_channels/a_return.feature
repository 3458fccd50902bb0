@every-channel
Feature: A return

  Rule: What comes back counts as never bought
    # Nobody wants to be offered again what she just brought back.

    Scenario: A return with its receipt
      Given Ann is a customer who allows personal suggestions
      And Ann bought 1 salt
      When Ann brings 1 salt back with its receipt
      Then Ann's timeline shows 1 return
      And no channel suggests salt to Ann because it was bought before

  Rule: Not more comes back on a receipt than was bought on it

    Scenario: More comes back than was bought
      Given Ann is a customer
      And Ann bought 1 salt
      When Ann brings 2 salt back with its receipt
      Then the shop refuses because of "more-returned-than-bought"
