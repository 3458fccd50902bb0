-- What was appended last must not be read row by row to find a moment: its pages are summed up as they fill.
alter index event_recorded_at set (autosummarize = on);
