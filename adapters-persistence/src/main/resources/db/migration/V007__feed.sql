-- A platform that follows the log; it beats by the database's clock while it lives.
create table node (
    name text primary key,
    wants text[] not null,
    beat_at timestamptz not null
);

-- Whoever holds a follower's claim does its work; the epoch goes up each time it changes hands, and every effect checks it.
alter table follower_position add column node text;
alter table follower_position add column epoch bigint not null default 0;

-- A memory's facts are parked by each node for itself; what is parked for all nodes together has no node.
alter table parked_fact add column node text not null default '';
-- What its order is kept by: a later fact with one of these waits behind it.
alter table parked_fact add column sequences text[] not null default '{}';
alter table parked_fact drop constraint parked_fact_pkey;
alter table parked_fact add primary key (follower, node, position);

-- Tags come in the order of positions, so this stays tiny: it finds those of one fact that cannot be read.
create index event_tag_by_position on event_tag using brin (position) with (pages_per_range = 16, autosummarize = on);

create function tell_log_head() returns trigger language plpgsql as $$
begin
    perform pg_notify('log_head', new.position::text);
    return null;
end
$$;

-- Other nodes hear of an append with its commit.
create trigger log_head_told after update on log_head
    for each row when (new.position > old.position) execute function tell_log_head();
