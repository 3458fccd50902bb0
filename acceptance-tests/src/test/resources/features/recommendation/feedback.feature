@in-process @http @amqp @mqtt
Feature: What customers say of suggestions

  Background:
    Given Ann is a customer who allows personal suggestions
    And 2 customers nobody knows bought tea and milk together
    And the shelf holds "tea, milk"

  Rule: What a customer hides is gone from the next slate in every channel, until they undo it

    Scenario: Hidden
      When 2 are suggested to Ann in the place home
      And Ann says "hidden" of tea
      Then the shop says accepted
      And no channel suggests tea to Ann

    Scenario: Undone
      When 2 are suggested to Ann in the place home
      And Ann says "hidden" of tea
      And Ann says "undone" of tea
      And 2 are suggested to Ann in the place home
      Then "milk, tea" are suggested in this order

    Scenario: Not helpful
      When 2 are suggested to Ann in the place home
      And Ann says "not-helpful" of tea
      Then no channel suggests tea to Ann

  Rule: What did not help stays away for a quarter of a year, what was hidden until it is taken back

    Scenario Outline: <why>
      When 2 are suggested to Ann in the place home
      And Ann says "<word>" of tea
      And <days> days pass
      And 2 are suggested to Ann in the place home
      Then "<suggested>" are suggested in this order

      Examples:
        | word        | days | suggested | why                           |
        | not-helpful | 89   | milk      | not helpful, a day too early  |
        | not-helpful | 91   | milk, tea | not helpful, long ago         |
        | hidden      | 91   | milk      | hidden is no question of time |

  Rule: What a customer was shown five times and never clicked makes room for others, for two weeks

    Scenario Outline: <why>
      When Ann is shown milk <times> times
      And <days> days pass
      And 2 are suggested to Ann in the place home
      Then "<suggested>" are suggested in this order

      Examples:
        | times | days | suggested | why                        |
        | 4     | 0    | milk, tea | not yet tired of it        |
        | 5     | 0    | tea, milk | tired of it                |
        | 5     | 13   | tea, milk | tired, a day too early     |
        | 5     | 15   | milk, tea | tired, more than two weeks |

    Scenario: Clicked at last
      When Ann is shown milk 5 times
      And Ann says "clicked" of milk
      And 2 are suggested to Ann in the place home
      Then "milk, tea" are suggested in this order

  Rule: What a customer found helpful comes earlier, and says so

    Scenario: Helpful
      When 2 are suggested to Ann in the place home
      And Ann says "helpful" of tea
      And 2 are suggested to Ann in the place home
      Then "tea, milk" are suggested in this order
      And the reason for tea reads "you found it helpful"

  Rule: Without permission what a customer looks at is not kept with them; what they say is, and counts when they allow it

    Scenario: Looks leave nothing behind
      When Ann withdraws personal suggestions
      And Ann is shown milk 5 times
      And Ann allows personal suggestions
      And 2 are suggested to Ann in the place home
      Then "milk, tea" are suggested in this order

    Scenario: A wish is no consent
      When Ann withdraws personal suggestions
      And 2 are suggested to Ann in the place home
      And Ann says "hidden" of tea
      And Ann allows personal suggestions
      Then no channel suggests tea to Ann

  Rule: What counts is when it was said, not when the shop hears of it; a till that was offline has a week to tell

    Scenario: Said before the product was hidden
      When 2 are suggested to Ann in the place home
      And 10 minutes pass
      And Ann says "hidden" of tea
      And a till that was offline tells that Ann said "helpful" of tea 5 minutes ago
      Then no channel suggests tea to Ann

    Scenario Outline: <why>
      When 2 are suggested to Ann in the place home
      And <days> days pass
      And a till that was offline tells that Ann said "hidden" of tea <minutes> minutes ago
      Then the shop says <outcome>

      Examples:
        | days | minutes | outcome  | why                                           |
        | 2    | 2870    | accepted | in time, and heard two days later             |
        | 2    | 2840    | refused  | the decision had expired when it was said     |
        | 8    | 11510   | refused  | in time, but the shop hears it a day too late |

  Rule: Feedback is about what a decision suggested

    Scenario: Something else
      When 2 are suggested to Ann in the place home
      And Ann says "hidden" of soap
      Then the shop refuses because of "not-suggested"

    Scenario: No decision
      When Ann says "hidden" of tea in a decision nobody made
      Then the shop refuses because of "unknown-decision"

    Scenario: Nothing to undo
      When 2 are suggested to Ann in the place home
      And Ann says "undone" of tea
      Then the shop refuses because of "nothing-to-undo"
