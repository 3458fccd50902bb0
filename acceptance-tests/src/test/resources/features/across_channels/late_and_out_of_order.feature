@every-channel
Feature: Late and out of order
  Tills are offline for days and shops send what they have in any order. The end is the same.

  Rule: A return that comes before its sale waits for it
    # Whoever brought something back must not be credited for it twice, whatever came first.

    Scenario: The return is heard of first
      Given Ann is a customer
      When Ann brings 1 salt back before the shop hears of the receipt
      Then Ann's timeline shows 0 return
      When the shop hears of the receipt of the salt
      Then Ann's timeline shows 1 return

  Rule: What is heard of late is remembered at the time it happened, and marked
    # Whoever reads why a decision was made must see what the shop could not know then.

    Scenario: A receipt comes three days late
      Given Ann is a customer who allows personal suggestions
      When the shop hears only now that Ann bought 1 salt three days ago
      Then Ann's timeline shows 1 purchase
      And Ann's timeline marks 1 purchase as late
      And every channel suggests salt to Ann because it was bought before

    Scenario: A receipt in time is not marked
      Given Ann is a customer
      When Ann buys 1 salt
      Then Ann's timeline marks 0 purchase as late

  Rule: What comes late after a withdrawal is remembered, and suggests nothing
    # X4: receipts are owed by contract; what is learned from needs consent when it is used.

    Scenario: The till sends an old receipt after a withdrawal
      Given Ann is a customer who allows personal suggestions
      When Ann withdraws personal suggestions
      And the shop hears only now that Ann bought 1 salt three days ago
      Then Ann's timeline shows 1 purchase
      And every channel answers Ann with what is popular and withholds her purchase history as she withdrew
