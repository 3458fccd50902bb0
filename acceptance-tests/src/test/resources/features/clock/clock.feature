Feature: The clock of the shop

  Rule: A scenario says what time it is
    # What depends on the time of day or on a deadline must not depend on when the specs are run.

    @in-process @http
    Scenario: An answer is kept over midnight
      Given it is 2026-11-20 at 23:41 store time
      And the shop was asked what to suggest to Ann
      When 29 minutes pass
      Then every channel gives that same answer under its id

    @in-process @http
    Scenario: A browser that tries again after midnight
      Given it is 2026-11-21 at 23:59 store time
      And Ann is a customer who allows personal suggestions
      When the same look of Ann at salt is told again after 2 minutes
      Then the shop says duplicate
      And 1 look of Ann is remembered

    @in-process @http
    Scenario: A day that lies before the last one begins a new shop
      Given it is 2026-11-19 at 9:00 store time
      And the shop was asked what to suggest to Ann
      When 2 hours pass
      Then every channel says "decision-expired" about that decision

    @in-process
    Scenario: A permission lasts
      Given it is 2026-11-19 at 9:00 store time
      And Ann is a customer who allows personal suggestions
      When 30 days pass
      Then Ann's data may be used for personal suggestions: yes
