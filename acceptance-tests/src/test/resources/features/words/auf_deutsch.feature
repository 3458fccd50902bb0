# language: de
@in-process @http
Funktionalität: Auf Deutsch

  Regel: Wer lieber Deutsch schreibt, wird verstanden
    # Nicht jeder Satz hat eine deutsche Fassung; die englischen gehen auch hier.

    Szenario: Was gekauft wurde, wird vorgeschlagen
      Angenommen Ann ist Kundin und erlaubt persönliche Vorschläge
      Und Ann hat 1 Salz gekauft
      Wenn der Laden gefragt wird, was er Ann vorschlägt
      Dann ist die Antwort persönlich
      Und schlägt die Antwort Salz vor, weil es schon gekauft wurde

    Szenario: Ein Kauf steht auf dem Zeitstrahl
      Angenommen Ann ist Kundin
      Und Ben ist Kunde
      Wenn Ann 2 Salz kauft
      Und 5 Minuten vergehen
      Dann zeigt der Zeitstrahl von Ann 1 purchase
