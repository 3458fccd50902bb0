-- What is left of each sale, in money.
create table sale_net (
    receipt text primary key,
    customer text,
    currency text not null,
    net numeric not null,
    voided boolean not null,
    occurred_at timestamptz not null
);

create index sale_net_by_customer on sale_net (customer);

create table unlinked_return (
    receipt text primary key,
    customer text not null,
    currency text not null,
    total numeric not null,
    candidates integer not null,
    occurred_at timestamptz not null
);

create index unlinked_return_by_customer on unlinked_return (customer);

create table points_opened (
    customer text primary key,
    points integer not null
);

-- What came before its sale; refused is set once the sale contradicted it.
create table waiting_receipt (
    receipt text primary key,
    position bigint not null,
    sale text not null,
    kind text not null,
    store text,
    currency text,
    total numeric,
    occurred_at timestamptz not null,
    received_at timestamptz not null,
    refused text
);

-- What each fact of a till adds to its store's business day.
create table store_day_entry (
    position bigint primary key,
    store text not null,
    day date not null,
    receipt text not null,
    kind text not null,
    currency text,
    amount numeric
);

create index store_day_entry_by_day on store_day_entry (store, day);

create table store_day_repeat (
    store text not null,
    day date not null,
    kind text not null,
    times integer not null,
    primary key (store, day, kind)
);
