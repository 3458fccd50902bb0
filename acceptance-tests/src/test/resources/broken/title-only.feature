Feature: A title without a tag
  Scenario: Hollow
