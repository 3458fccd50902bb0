@in-process @http
Feature: What is new

  Rule: A product nobody bought yet is suggested beside what is like it within a minute

    Scenario: A new teapot
      Given the shelf holds "round-porcelain-teapot, iron-nail"
      When the shelf holds "square-porcelain-teapot"
      Then within a minute square-porcelain-teapot is suggested beside round-porcelain-teapot because SIMILAR_PRODUCT
      And within a minute round-porcelain-teapot is suggested beside square-porcelain-teapot because SIMILAR_PRODUCT
