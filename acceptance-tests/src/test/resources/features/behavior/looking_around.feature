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

  Rule: Whose word counts is the person's, whatever the device said
    # GDPR Art. 7(3): a no that stands is obeyed; one that she took back long ago takes nothing away.

    Scenario: A device that allowed it turns out to be hers, who refused
      Given Ann is a customer
      And Ann refused personal suggestions
      And the visitor with Ann's device allowed personal suggestions and looked at salt
      When the visitor turns out to be Ann by logging in on Ann's device
      Then soon 0 looks of Ann are remembered

    Scenario: An old device's no is older than her yes
      Given the visitor with Ann's device refused personal suggestions
      And Ann is a customer who allows personal suggestions
      And Ann looked at salt
      When the visitor turns out to be Ann by logging in on Ann's device
      Then soon the device's no is Ann's too, and 1 look is still remembered

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
