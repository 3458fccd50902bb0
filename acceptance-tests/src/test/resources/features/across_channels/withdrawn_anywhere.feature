@every-channel
Feature: Withdrawn anywhere, obeyed everywhere at once

  Rule: A word that was acknowledged is obeyed by every answer that begins after it
    # GDPR Art. 7(3): withdrawing is as easy as granting, in whichever channel.

    Scenario: A withdrawal is obeyed by every channel
      Given Ann is a customer who allows personal suggestions
      And Ann bought 1 salt
      When Ann withdraws personal suggestions
      Then every channel answers Ann with what is popular and withholds her purchase history as she withdrew

    Scenario: A refusal is obeyed by every channel
      Given Ann is a customer
      When Ann refuses personal suggestions
      Then every channel answers Ann with what is popular and withholds her purchase history as she refused

    Scenario: A permission given in one channel counts in all of them
      Given Ann is a customer
      And Ann bought 1 salt
      When Ann allows personal suggestions
      Then every channel suggests salt to Ann because it was bought before
