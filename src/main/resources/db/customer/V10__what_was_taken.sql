-- Which decision an event was an answer to.
create index if not exists event_decision_id on event (decision_id) where decision_id is not null;
