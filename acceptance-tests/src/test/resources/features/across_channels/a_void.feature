@every-channel
Feature: A void
  Only tills take a sale back; a web shop refunds it, and on the phone nobody does.

  Rule: A voided sale is as if it had never been, in every channel
    # Nobody wants to be reminded of a slip of the cashier's hand.

    Scenario: What was voided is suggested nowhere because of it
      Given Ann is a customer who allows personal suggestions
      And Ann bought 1 salt
      When the receipt of the salt is voided
      Then Ann's timeline shows 1 void
      And no channel suggests salt to Ann because it was bought before
