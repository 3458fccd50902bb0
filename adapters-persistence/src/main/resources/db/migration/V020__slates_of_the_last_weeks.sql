-- Rows come in the order of time, so that the lowest and highest of each block say enough: what was
-- decided since some day is found without reading all there ever was.
create index decision_journal_by_moment on decision_journal using brin (decided_at)
    with (autosummarize = on);
