-- What was answered under a client's Idempotency-Key; one that has no status yet is being worked on.
create table answered_request (
    client text not null,
    key text not null,
    content text not null,
    begun_at timestamptz not null,
    status integer,
    headers text,
    body bytea,
    primary key (client, key)
);

create index answered_request_by_age on answered_request (begun_at);
