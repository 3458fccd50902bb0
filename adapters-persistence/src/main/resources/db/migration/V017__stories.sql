-- The tag that a fact mostly is found by stands in the fact's own row: a story is read by one walk through one index,
-- and a fact with one tag beside its message's costs one row of event_tag. Tags are compared byte by byte.
alter table event_tag alter column tag type text collate "C";
alter table event add column story text collate "C";

update event e set story =
    (select min(t.tag) from event_tag t where t.position = e.position and t.tag not like 'message:%');
delete from event_tag t using event e where e.position = t.position and e.story = t.tag;

create index event_story on event (story, position);

-- Other nodes are told after the commit, which every append waits for, and not within it.
drop trigger log_head_told on log_head;
drop function tell_log_head();
