@in-process @http
Feature: Profile

  Rule: Identifiers that are seen together are one person

    Scenario: A customer's device is learned when she logs in
      Given Ann is a customer
      When the visitor turns out to be Ann by logging in on Ann's device
      Then the device belongs to Ann
      And Ann's profile shows a LOYALTY, a CRM and an ANONYMOUS identifier

    Scenario: A visitor who comes again is the same visitor
      Given a visitor comes to the web shop with Ann's device
      When a visitor comes again to the web shop with Ann's device
      Then the shop met the visitor with Ann's device once

  Rule: Two customers do not become one because their cards were sent together once
    # A wrong merge shows one person the life of another; merging is a decision of its own.

    Scenario: Cards of two customers in one message
      Given Ann is a customer
      And Ben is a customer
      When one message carries the cards of Ann and Ben
      Then the shop refuses because of "identifiers-belong-to-different-customers"
      And Ann and Ben are two customers

  Rule: Who somebody was known to be once can be shown later
    # GDPR Art. 15: whoever asks what the shop knew when it wrote to her is told what it knew then.

    Scenario: Only after the letter her device is known to be hers
      Given Ann is a customer
      And a letter is sent to Ann
      When the visitor turns out to be Ann by logging in on Ann's device
      Then Ann's profile shows a LOYALTY, a CRM and an ANONYMOUS identifier
      And Ann's profile showed a LOYALTY and a CRM identifier when the letter was sent
