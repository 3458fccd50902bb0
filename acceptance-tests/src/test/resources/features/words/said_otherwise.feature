@in-process @http
Feature: The same, said otherwise

  Rule: Analysts write as they speak
    # What can mean only one thing is understood; the catalog says how we write it ourselves.

    Scenario: A user, a purchase and a recommendation
      Given Ann is a user
      And Ann is a customer who consents to personal suggestions
      When Ann purchases 1 salt
      And the shop is asked what to recommend to Ann
      Then the answer recommends salt because it was bought before

    Scenario: A ticket is a receipt
      Given Ann is a subscriber
      When Ann purchases 1 salt
      And the ticket of the salt arrives 1 times more
      Then the outcomes are "accepted, duplicate"

    Scenario Outline: The words for a yes and a no
      Given Ann is a customer
      When Ann <says> personal suggestions
      Then Ann may be used for personal suggestions: <answer>

      Examples:
        | says        | answer    | why                    |
        | consents to | yes       | it is a yes            |
        | opts in to  | yes       | it is a yes            |
        | declines    | refused   | it is a no             |
        | revokes     | withdrawn | it takes back what was |
        | opts out of | withdrawn | it takes back what was |

    Scenario Outline: A contact method is often called a channel
      Given Ann is a customer
      When Ann allows marketing <by>
      Then Ann may get marketing <by>: yes
      And Ann may get marketing in the channel post: never asked

      Examples:
        | by                          | why                                    |
        | messages by e-mail          | the contact method is named            |
        | in the channel text message | no customer and shop meet in a message |

  Rule: The codes are understood too

    Scenario: As a programmer would write it
      Given it is 2026-11-20 11:41
      And Ann is a customer who allows CONTENT_PERSONALIZATION
      When the shop is asked what to suggest to Ann
      And 29 minutes go by
      Then every channel gives that same answer under its id
