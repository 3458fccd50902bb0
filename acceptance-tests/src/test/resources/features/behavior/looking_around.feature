@in-process @http
Feature: Looking around

  Rule: What is kept under a name is what its owner allows
    # Without consent nothing says whose look it was; it only counts (GDPR Art. 6).

    Scenario: Nobody asked her
      Given Ann is a customer
      When Ann looks at salt
      Then the shop says accepted
      And 0 looks of Ann are remembered

    Scenario: She allowed it
      Given Ann is a customer who allows personal suggestions
      When Ann looks at salt
      Then 1 look of Ann is remembered

    Scenario: She takes it back
      Given Ann is a customer who allows personal suggestions
      And Ann looked at salt
      When Ann withdraws personal suggestions
      Then soon 0 looks of Ann are remembered

  Rule: A message counts once, however often it is told

    Scenario: A browser that tries again
      Given Ann is a customer who allows personal suggestions
      When the same look of Ann at salt is told 3 times
      Then the shop says duplicate
      And 1 look of Ann is remembered

  Rule: What comes late is kept as long as its day is, and each purpose has its time
    # Half a year for personal suggestions; a day is kept for thirteen months.

    Scenario Outline: A look that the shop heard of late
      Given Ann is a customer who allows personal suggestions
      When the shop hears only now that Ann looked at salt <days> days ago
      Then the shop says <word>
      And <looks> looks of Ann are remembered

      Examples:
        | days | word     | looks | why                                        |
        | 3    | accepted | 1     | her telephone was offline                  |
        | 200  | accepted | 0     | it only counts: half a year is over        |
        | 400  | refused  | 0     | its day is no longer kept                  |

  Rule: A visit knows its cart until it is bought or no longer allowed

    Scenario: A cart
      Given Ann is a customer who allows personal suggestions
      When Ann puts salt into the cart
      Then Ann's visit is about a cart with salt

    Scenario: A cart that was bought
      Given Ann is a customer who allows personal suggestions
      And Ann put salt into the cart
      When Ann buys 1 salt
      Then soon nothing is known of a cart of Ann

    Scenario: A cart that nobody may know of any more
      Given Ann is a customer who allows personal suggestions
      And Ann put salt into the cart
      When Ann withdraws personal suggestions
      Then soon nothing is known of a cart of Ann
