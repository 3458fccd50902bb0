-- What a look needs of a tag stands in its index, so that of older facts the table itself is not read.
alter table event_tag drop constraint event_tag_pkey;
alter table event_tag add primary key (tag, position) include (name);

-- Tables that only grow are made readable by their index alone soon after, not when a fifth is new.
alter table event_tag set (autovacuum_vacuum_insert_scale_factor = 0.02);
alter table event set (autovacuum_vacuum_insert_scale_factor = 0.02);
