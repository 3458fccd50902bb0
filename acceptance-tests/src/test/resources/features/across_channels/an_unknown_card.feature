@every-channel
Feature: An unknown card

  Rule: Who is not known is served all the same, and asking makes nobody known
    # A card number typed wrong must neither stop the sale nor open a profile.

    Scenario: A card that nobody knows
      When the shop is asked what to suggest to Nobody
      Then the answer withholds everything personal as nobody knows her
      And every channel answers Nobody with what is popular and withholds everything personal as nobody knows her
      And nobody is known by Nobody's card
