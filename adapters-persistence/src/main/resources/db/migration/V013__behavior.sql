-- What customers do, by the thousand: a partition for each day, made ahead and dropped when its time
-- is over, and without invariants or positions. What nobody allowed to be kept under a name stands
-- here without one, so that it counts and what is sent twice counts once.
drop table behavior;

create table behavior (
    source text not null,
    -- A digest of the message's id: whatever a client puts into an id, it names nobody here.
    message uuid not null,
    day date not null,
    kind text not null,
    product text,
    channel text not null,
    touchpoint text not null,
    -- Of a search: how many products it found.
    results integer,
    visible_ms integer,
    hidden boolean not null,
    -- What it is kept for; without any only the columns above are left.
    personalization boolean not null,
    analytics boolean not null,
    customer text,
    occurred_at timestamptz,
    received_at timestamptz,
    query text,
    list text,
    -- Of a cart or a list: ids have no blanks in them.
    products text,
    primary key (source, message, day),
    constraint behavior_names_nobody_who_did_not_allow_it check (
        (personalization or analytics) = (customer is not null and occurred_at is not null and received_at is not null)
        and (customer is not null or (query is null and list is null and products is null))
    )
) partition by range (day);

create index behavior_by_customer on behavior (customer, occurred_at desc) where customer is not null;

-- The days that have a partition, and what has ended in them.
create table behavior_day (
    day date primary key,
    personalization_ended boolean not null default false
);

-- Which visitor turned out to be whom, so that a withdrawal takes away what they did before, too.
create table behavior_visitor (
    visitor text primary key,
    customer text not null
);

create index behavior_visitor_by_customer on behavior_visitor (customer);
