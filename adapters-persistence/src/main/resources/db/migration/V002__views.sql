-- Every word a customer said about the use of their data, also those that came too late to count.
create table consent_word (
    position bigint primary key,
    customer text not null,
    use text not null,
    choice text not null,
    notice_id text,
    notice_version text,
    notice_locale text,
    channel text not null,
    touchpoint text not null,
    since timestamptz not null,
    received_at timestamptz not null
);

create index consent_word_by_customer on consent_word (customer, use);

create table profile (
    customer text primary key,
    met_at timestamptz not null,
    -- Set when this was a visitor who turned out to be somebody.
    became text
);

create index profile_by_became on profile (became);

create table profile_identifier (
    key text primary key,
    customer text not null,
    type text not null,
    -- Null once it is erased.
    value text,
    since timestamptz not null,
    channel text not null,
    touchpoint text not null,
    -- Of the fact that said so.
    position bigint not null
);

create index profile_identifier_by_customer on profile_identifier (customer);

create table timeline (
    position bigint primary key,
    customer text not null,
    occurred_at timestamptz not null,
    received_at timestamptz not null,
    channel text not null,
    touchpoint text not null,
    kind text not null,
    words text not null,
    reference text not null
);

create index timeline_by_customer on timeline (customer, occurred_at desc);

-- Views, searches and carts come by the thousand and carry no invariant; a message counts once a day.
create table behavior (
    source text not null,
    message text not null,
    day date not null,
    customer text not null,
    kind text not null,
    product text,
    channel text not null,
    touchpoint text not null,
    occurred_at timestamptz not null,
    received_at timestamptz not null,
    primary key (source, message, day)
) partition by range (day);

create index behavior_by_customer on behavior (customer, occurred_at desc);

-- What is too old for a partition of its own.
create table behavior_old partition of behavior default;

create table decision_journal (
    decision text primary key,
    customer text,
    mode text not null,
    decided_at timestamptz not null,
    expires_at timestamptz not null,
    body text not null,
    -- What a replay needs beside the body.
    gathered text not null,
    position bigint not null
);

create index decision_journal_by_customer on decision_journal (customer, decided_at desc);

create table quarantine (
    digest text primary key,
    address text not null,
    source text not null,
    code text not null,
    words text not null,
    body text not null,
    first_at timestamptz not null,
    last_at timestamptz not null,
    times integer not null
);
