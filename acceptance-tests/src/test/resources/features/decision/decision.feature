@in-process @http
Feature: Decision

  Rule: A denied purpose makes the answer less personal, never fail
    # The customer who refuses is served as well as anybody, and told what was left out.

    Scenario Outline: What she said, and how personal the answer is
      Given Ann is a customer
      And Ann bought 1 salt
      And Ann <said> personal suggestions
      When the shop is asked what to suggest to Ann
      Then the answer is <mode>

      Examples:
        | said    | mode     | why                         |
        | allowed | personal | she allowed it              |
        | refused | popular  | her history may not be used |

    Scenario: The answer names what was withheld
      Given Ann is a customer
      And Ann allowed personal suggestions
      And Ann withdrew personal suggestions
      When the shop is asked what to suggest to Ann
      Then the answer withholds her purchase history as she withdrew

  Rule: A customer's timeline tells of answers that were made of what they did, and of no other
    # Who refused is not followed from page to page by what the shop writes down of its answers.

    Scenario Outline: <why>
      Given Ann is a customer
      And Ann bought 1 salt
      And Ann <said> personal suggestions
      When the shop is asked what to suggest to Ann
      Then Ann's timeline shows <times> decision

      Examples:
        | said    | times | why                            |
        | allowed | 1     | it was made of what she bought |
        | refused | 0     | anybody would be told as much  |

  Rule: What cannot be answered yet does not spoil the rest

    Scenario: A kind of placement that is still to come
      When the shop is asked for content
      Then the answer is NONE
      And the answer says that content cannot be answered yet

  Rule: A public price needs nobody's permission

    Scenario: Nobody in particular asks for a price
      Given salt costs 2.95 GBP everywhere
      When the shop is asked for the price of salt
      Then salt costs 2.95 GBP, explained by "LIST 2.95"
