@every-channel
Feature: How good suggestions were

  Background:
    Given the shelf holds "tea, milk"

  Rule: Every slate is counted in the channel in which it was asked for

    Scenario: One slate
      Given the report on suggestions was read
      When 2 are suggested to anybody in the place home
      Then the report counts 1 slate more in that channel

  Rule: A slate is counted in a segment only where its customer allows statistics
    # GDPR Art. 6(1)(a): to set what somebody bought beside what they saw is analysis.

    Scenario: Her first visit
      Given Ann is a customer who allows statistics
      And the report on suggestions was read
      When 2 are suggested to Ann in the place home
      Then the report counts 1 slate more in the segment first-time

    Scenario: She has bought before
      Given Ann is a customer who allows statistics
      And Ann bought 1 tea
      And the report on suggestions was read
      When 2 are suggested to Ann in the place home
      Then the report counts 1 slate more in the segment 1-to-4-purchases

    Scenario: Nobody asked her
      Given Ann is a customer
      And the report on suggestions was read
      When 2 are suggested to Ann in the place home
      Then the report counts no slate more in any segment
      And the report counts 1 slate more in that channel
