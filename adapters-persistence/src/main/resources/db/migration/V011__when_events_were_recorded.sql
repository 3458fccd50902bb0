-- Finds where the log stood at a moment without reading all of it; costs an append next to nothing.
create index event_recorded_at on event using brin (recorded_at) with (pages_per_range = 32);
