@every-channel
Feature: Without consent the page is still useful

  Background:
    Given Ann is a customer
    And Ann refused personal suggestions
    And 2 customers nobody knows bought tea and milk together

  Rule: Who does not allow personal suggestions sees what is popular, and nothing of theirs is read or written

    Scenario: W8 No consent, still a useful page
      Given Ann bought 1 salt
      And the shelf holds "tea, milk, salt, soap"
      When 4 are suggested to Ann in the place home-hero
      Then every channel shows Ann 4 that are popular and reads no profile
      And Ann's timeline shows 0 decision
