@in-process @amqp @mqtt
Feature: What tills tell
  Tills send twice, late and in any order. The shop counts each receipt once and comes to the same
  end whatever came first.

  Background:
    Given Ann has 120 points from before

  Rule: A receipt counts once, whichever way it comes

    Scenario: P1 The same receipt arrives three times over two protocols
      When the till sends receipt 000123 of 59.90 EUR for Ann over AMQP, AMQP and MQTT
      Then the till is told "accepted, duplicate, duplicate"
      And all outcomes name the same fact
      And Ann has 179 points
      And Ann has spent 59.90 EUR in twelve months

    Scenario: P2 The same number with other content
      Given the till sent receipt 000123 of 59.90 EUR for Ann
      When the till sends receipt 000123 of 69.90 EUR for Ann
      Then the till is told "accepted, conflict"
      And the till is told the hashes of both contents
      And Ann has 179 points

  Rule: What comes before its sale waits for it

    Scenario: P3 A linked return arrives before its sale
      When the till sends a return of 19.95 EUR of receipt 000123
      Then 1 return waits in the store
      When the till sends receipt 000123 of 59.90 EUR for Ann
      Then the till is told "parked, accepted"
      And Ann has 159 points

    Scenario: A void arrives before its sale
      When the till voids receipt 000130
      And the till sends receipt 000130 of 80.00 EUR for Ann
      Then the till is told "parked, accepted"
      And Ann has 120 points
      And Ann has spent 0.00 EUR in twelve months

  Rule: A voided sale is as if it had never been

    Scenario: The till takes a receipt back
      Given the till sent receipt 000130 of 80.00 EUR for Ann
      When the till voids receipt 000130
      Then the till is told "accepted, accepted"
      And Ann has 120 points
      And Ann's timeline shows 1 void

  Rule: A return without receipt is taken for what it is

    Scenario: P4 The customer is known
      Given Ann bought a lamp for 25.00 EUR at the till on two days
      When Ann brings a lamp back for 25.00 EUR with the card and no receipt
      Then the till is told why: "unlinked, 2 candidate receipts"
      And Ann has 145 points
      And none of the receipts of Ann is marked as returned

    Scenario: P4 What was spent falls too
      Given Ann bought a lamp for 25.00 EUR at the till on two days
      When Ann brings a lamp back for 25.00 EUR with the card and no receipt
      Then Ann has spent 25.00 EUR in twelve months

    Scenario: P4 Points never fall below zero
      When Ann brings a lamp back for 900.00 EUR with the card and no receipt
      Then Ann has 0 points

    Scenario: P5 The customer is unknown
      When somebody brings something back for 25.00 EUR with neither card nor receipt
      Then the till is told "accepted"
      And the store's returns of the day are 25.00 EUR
      And Ann has 120 points

  Rule: How many points somebody had once can be shown later
    # What a letter promised is judged by what the shop knew when it wrote.

    Scenario: She brings something back after the letter
      Given the till sent receipt 000123 of 59.90 EUR for Ann
      And a letter is sent to Ann
      When the till sends a return of 19.95 EUR of receipt 000123
      Then Ann has 159 points
      And Ann had 179 points when the letter was sent

  Rule: What was offline is stored once and marked late

    Scenario: P6 A till replays three days
      Given Ann bought online for 30.00 EUR two days ago
      When the till replays 214 receipts of Ann from three days ago in 5 batches, the second twice and the fourth before the third
      Then 214 receipts are stored once, and each repeated one is a duplicate
      And Ann's timeline shows them before the online purchase, each marked late

    Scenario: P6 Decisions of those days say what they did not know
      Given the shop was asked what to suggest to Ann
      When the till replays 3 receipts of Ann from three days ago
      Then the answer to Ann is unchanged, and said to be made without 3 later facts

  Rule: Training and cancelled receipts are counted and no more

    Scenario: P9 Nobody bought anything
      When the till sends a training receipt of 500.00 EUR and a cancelled one of 80.00 EUR for Ann
      Then the till is told "ignored, ignored"
      And Ann has 120 points
      And Ann's timeline shows 0 purchase
      And the store's day counts 1 training and 1 cancelled
