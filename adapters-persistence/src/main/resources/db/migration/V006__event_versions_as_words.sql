-- A version is the word that the event's library knows it by; ours are numbers, others' need not be.
alter table event alter column version type text;
