@in-process @http
Feature: Consent

  Rule: What was never asked is not allowed
    # GDPR Art. 6(1): without a basis there is no processing.

    Scenario Outline: Before the customer said anything
      Given Ann is a customer
      Then Ann's data may be used for <purpose>: <answer>

      Examples:
        | purpose                 | answer      | why                                       |
        | personal suggestions    | never asked | silence is no consent                     |
        | statistics              | never asked | silence is no consent                     |
        | what the contract needs | yes         | a contract needs no consent, Art. 6(1)(b) |

  Rule: The customer's last word counts, with its proof
    # GDPR Art. 7(1): the shop must be able to show that she consented.

    Scenario: A grant allows and can be proved
      Given Ann is a customer
      When Ann allows personal suggestions
      Then the shop says accepted
      And the permission for Ann names "CONTENT_PERSONALIZATION granted" as its evidence
      And Ann's consents show personal suggestions as granted

    Scenario Outline: The last of two words
      Given Ann is a customer
      And Ann <first> personal suggestions
      When Ann <then> personal suggestions
      Then Ann's data may be used for personal suggestions: <answer>
      And Ann's consents show personal suggestions as <shown>

      Examples:
        | first    | then      | answer    | shown     | why                                     |
        | allowed  | withdraws | withdrawn | withdrawn | Art. 7(3): at any time                  |
        | allowed  | refuses   | refused   | refused   | a no is a no                            |
        | refused  | allows    | yes       | granted   | she may change her mind                 |

  Rule: What stood once can be shown later
    # GDPR Art. 5(2) and 7(1): the shop must show on what it relied when it used somebody's data.

    Scenario: She takes back what she allowed when the letter was sent
      Given Ann is a customer who allows personal suggestions
      And a letter is sent to Ann
      When Ann withdraws personal suggestions
      Then Ann's data may be used for personal suggestions: withdrawn
      And Ann's data might be used for personal suggestions when the letter was sent: yes

    Scenario: The words of then are shown as they stood
      Given Ann is a customer who allows personal suggestions
      And a letter is sent to Ann
      When Ann withdraws personal suggestions
      Then Ann's consents showed personal suggestions as granted when the letter was sent

    Scenario: She allows only later what the letter would have needed
      Given Ann is a customer
      And a letter is sent to Ann
      When Ann allows personal suggestions
      Then Ann's data may be used for personal suggestions: yes
      And Ann's data might be used for personal suggestions when the letter was sent: never asked

  Rule: Consent is an act, and a no is always taken
    # GDPR Art. 4(11): a clear affirmative action. Art. 7(3): withdrawing is as easy as granting.

    Scenario: Closing a banner grants nothing
      Given Ann is a customer
      When Ann closes the banner that asks for personal suggestions
      Then the shop refuses because of "dismissal-is-no-consent"

    Scenario: Withdrawing what was never granted
      Given Ann is a customer
      When Ann withdraws personal suggestions
      Then the shop says accepted

  Rule: Marketing messages are allowed for each contact method on its own
    # ePrivacy Art. 13: e-mail and telephone are asked for separately.

    Scenario: A yes to e-mail is no yes to text messages
      Given Ann is a customer
      When Ann allows messages for marketing by e-mail
      Then Ann may get messages for marketing by e-mail: yes
      And Ann may get messages for marketing by text message: never asked

  Rule: Who was erased stays erased

    @wip
    Scenario: A late receipt of an erased customer makes no profile
