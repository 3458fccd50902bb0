@in-process @support
Feature: Word of mouth

  Rule: A spoken word is proved by who heard it, and where
    # GDPR Art. 7(1): an agent's memory alone shows nothing.

    Scenario: A yes on the phone
      Given Ann is a customer
      When Ann allows personal suggestions
      Then the shop says accepted
      And the permission for Ann names the agent who heard it and the call

    Scenario: A withdrawal on the phone
      Given Ann is a customer who allows personal suggestions
      When Ann withdraws personal suggestions
      Then the shop says accepted
      And Ann's data may be used for personal suggestions: withdrawn
