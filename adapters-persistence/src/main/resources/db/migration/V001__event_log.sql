-- One row; whoever holds its lock may append. Positions are therefore free of gaps and in the order of commits.
create table log_head (
    single boolean primary key default true check (single),
    position bigint not null
) with (fillfactor = 10);

insert into log_head (position) values (0);

create table event (
    position bigint primary key,
    id uuid not null unique,
    name text not null,
    version integer not null,
    payload text not null,
    metadata text not null,
    recorded_at timestamptz not null
);

-- The name stands here a second time, so that an append's condition is checked by this index alone.
create table event_tag (
    tag text not null,
    position bigint not null,
    name text not null,
    primary key (tag, position)
);

create table follower_position (
    follower text primary key,
    position bigint not null
) with (fillfactor = 50);

create table parked_fact (
    follower text not null,
    position bigint not null,
    name text not null,
    reason text not null,
    first_at timestamptz not null,
    last_at timestamptz not null,
    attempts integer not null,
    primary key (follower, position)
);

-- The position of the last consent fact of each customer, written with its append.
create table permission_version (
    customer text primary key,
    version bigint not null
) with (fillfactor = 70);
