Feature: Consent

  Rule: What was never asked is not allowed
    # GDPR Art. 6(1): without a basis there is no processing.

    Scenario Outline: Before the customer said anything
      Given Ann is a customer
      Then Ann may be used for <purpose>: <answer>

      Examples:
        | purpose                 | answer      | why                                         |
        | CONTENT_PERSONALIZATION | NO_DECISION | silence is no consent                       |
        | ANALYTICS               | NO_DECISION | silence is no consent                       |
        | STRICTLY_NECESSARY      | yes         | a contract needs no consent, Art. 6(1)(b)   |

  Rule: The customer's last word counts, with its proof
    # GDPR Art. 7(1): the shop must be able to show that she consented.

    Scenario: A grant allows and can be proved
      Given Ann is a customer
      When Ann allows CONTENT_PERSONALIZATION
      Then the shop says accepted
      And the permission for Ann names "CONTENT_PERSONALIZATION granted" as its evidence
      And Ann's consents show CONTENT_PERSONALIZATION as GRANTED

    Scenario Outline: The last of two words
      Given Ann is a customer
      And Ann <first> CONTENT_PERSONALIZATION
      When Ann <then> CONTENT_PERSONALIZATION
      Then Ann may be used for CONTENT_PERSONALIZATION: <answer>
      And Ann's consents show CONTENT_PERSONALIZATION as <shown>

      Examples:
        | first    | then      | answer    | shown     | why                                     |
        | allowed  | withdraws | WITHDRAWN | WITHDRAWN | Art. 7(3): at any time                  |
        | allowed  | refuses   | REFUSED   | REFUSED   | a no is a no                            |
        | refused  | allows    | yes       | GRANTED   | she may change her mind                 |

  Rule: Consent is an act, and a no is always taken
    # GDPR Art. 4(11): a clear affirmative action. Art. 7(3): withdrawing is as easy as granting.

    Scenario: Closing a banner grants nothing
      Given Ann is a customer
      When Ann closes the banner that asks for CONTENT_PERSONALIZATION
      Then the shop refuses because of "dismissal-is-no-consent"

    Scenario: Withdrawing what was never granted
      Given Ann is a customer
      When Ann withdraws CONTENT_PERSONALIZATION
      Then the shop says accepted

  Rule: What is only spoken is proved by who heard it
    # GDPR Art. 7(1): an agent's memory alone shows nothing.

    Scenario: A yes on the phone names the agent and the call
      Given Ann is a customer
      When Ann allows CONTENT_PERSONALIZATION on the phone to agent "agent-7" in call "call-4711"
      Then the shop says accepted
      And the permission for Ann names "heard by agent agent-7 in call call-4711" as its evidence

    Scenario: A yes on the phone that nobody heard
      Given Ann is a customer
      When Ann allows CONTENT_PERSONALIZATION on the phone and nobody notes who heard it
      Then the shop refuses because of "word-of-mouth-needs-evidence"

    Scenario: A withdrawal on the phone is obeyed even so
      Given Ann is a customer
      And Ann allowed CONTENT_PERSONALIZATION
      When Ann withdraws CONTENT_PERSONALIZATION on the phone and nobody notes who heard it
      Then the shop says accepted
      And Ann may be used for CONTENT_PERSONALIZATION: WITHDRAWN

  Rule: Marketing messages are allowed for each contact method on its own
    # ePrivacy Art. 13: e-mail and telephone are asked for separately.

    Scenario: A yes to e-mail is no yes to text messages
      Given Ann is a customer
      When Ann allows MARKETING_MESSAGES messages by EMAIL
      Then Ann may get MARKETING_MESSAGES messages by EMAIL: yes
      And Ann may get MARKETING_MESSAGES messages by SMS: NO_DECISION

  Rule: Who was erased stays erased

    @wip
    Scenario: A late receipt of an erased customer makes no profile
