@in-process @http
Feature: What is new

  Rule: A product nobody bought yet is suggested beside what is like it within a minute

    Scenario: A new teapot
      Given the shelf holds "round-porcelain-teapot, iron-nail"
      When the shelf holds "square-porcelain-teapot"
      Then within a minute square-porcelain-teapot is suggested beside round-porcelain-teapot because SIMILAR_PRODUCT
      And within a minute round-porcelain-teapot is suggested beside square-porcelain-teapot because SIMILAR_PRODUCT

  Rule: What begins to sell is trending within five minutes

    Scenario: Everybody wants the hat
      Given 3 customers nobody knows bought hat and scarf together
      And the shelf holds "hat, scarf, glove"
      And the store is open
      When 5 minutes pass
      And 3 are suggested to anybody in the place home
      Then hat is suggested because TRENDING
      And glove is not suggested because TRENDING

  Rule: What others looked at next is suggested with the next click, as long as they allow it

    Scenario: Ben's visit
      Given Ben is a customer who allows personal suggestions
      And the shelf holds "lantern, candle"
      And Ben looked at lantern
      And Ben looked at candle
      And Ann is a customer who allows personal suggestions
      When Ann looks at lantern
      And 2 are suggested to Ann in the place home
      Then candle is suggested because ALIKE_VISITS

    Scenario: Ben takes it back
      Given Ben is a customer who allows personal suggestions
      And the shelf holds "lantern, candle"
      And Ben looked at lantern
      And Ben looked at candle
      And Ann is a customer who allows personal suggestions
      And Ben withdraws personal suggestions
      When Ann looks at lantern
      And 2 are suggested to Ann in the place home
      Then candle is not suggested because ALIKE_VISITS
