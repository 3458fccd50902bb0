@in-process @http
Feature: What purchases say about a customer

  Rule: The shop concludes only what a customer allows it to conclude
    # Profiling (GDPR Art. 4(4)): asked for each time, and nothing that was concluded is kept.

    Scenario: A customer with a rhythm
      Given Ann is a customer who allows personal suggestions
      And Ann bought salt 28, 21, 14 and 7 days ago
      Then the shop says that Ann usually comes again after 7 days

    Scenario: Nobody asked her
      Given Ann is a customer
      And Ann bought salt 28, 21, 14 and 7 days ago
      Then the shop says nothing of how often Ann comes

    Scenario: She takes it back
      Given Ann is a customer who allows personal suggestions
      And Ann bought salt 28, 21, 14 and 7 days ago
      When Ann withdraws personal suggestions
      Then the shop says nothing of how often Ann comes
