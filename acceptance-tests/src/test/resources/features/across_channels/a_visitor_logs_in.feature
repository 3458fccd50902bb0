@every-channel
Feature: A visitor who logs in

  Rule: What the visitor did is the customer's from then on

    Scenario: What a visitor bought is remembered as the customer's
      Given Ann is a customer who allows personal suggestions
      And a visitor comes to the web shop with Ann's device
      And a visitor bought 1 salt with Ann's device
      When the visitor turns out to be Ann by logging in on Ann's device
      Then every channel suggests salt to Ann because it was bought before

  Rule: A visitor's no follows into the customer's ledger, a visitor's yes does not
    # What was allowed on a device becomes the person's word only when the person is shown it.

    Scenario: The visitor's no is obeyed
      Given Ann is a customer who allows personal suggestions
      And a visitor comes to the web shop with Ann's device
      And the visitor with Ann's device refused personal suggestions
      When the visitor turns out to be Ann by logging in on Ann's device
      Then soon every channel answers Ann with what is popular and withholds her purchase history as she refused

  Rule: A device that is shared changes hands, and nothing else moves

    Scenario: Somebody else logs in on the same device
      Given Ann is a customer
      And Ann logs in on Ann's device
      When the visitor turns out to be Ben by logging in on Ann's device
      Then Ann's device belongs to Ben
      And Ann and Ben are two customers
