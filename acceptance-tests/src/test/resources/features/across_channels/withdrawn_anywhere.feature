Feature: Withdrawn anywhere, obeyed everywhere at once

  Rule: A word that was acknowledged is obeyed by every answer that begins after it
    # GDPR Art. 7(3): withdrawing is as easy as granting, in whichever channel.

    Scenario: A withdrawal is obeyed by every channel
      Given Ann is a customer who allows personal suggestions
      And Ann bought 1 salt
      When Ann withdraws CONTENT_PERSONALIZATION
      Then every channel answers Ann with what is popular and withholds "purchase-history WITHDRAWN"

    Scenario: A refusal is obeyed by every channel
      Given Ann is a customer
      When Ann refuses CONTENT_PERSONALIZATION
      Then every channel answers Ann with what is popular and withholds "purchase-history REFUSED"

    Scenario: A permission given in one channel counts in all of them
      Given Ann is a customer
      And Ann bought 1 salt
      When Ann allows CONTENT_PERSONALIZATION
      Then every channel suggests salt to Ann because of BOUGHT_BEFORE
