-- Who heard a word that was only spoken, and in which call or chat.
alter table consent_word add column agent text;
alter table consent_word add column call text;

-- What changed for somebody since a position.
create index timeline_by_customer_and_position on timeline (customer, position);
