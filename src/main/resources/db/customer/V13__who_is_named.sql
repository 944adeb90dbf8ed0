-- Whom an event's body may name beside whoever sent it, so that an erasure finds what others sent of
-- a person without reading the whole log.
alter table event add column names bigint[];
comment on column event.names is
  'Hashes of ids and addresses in the body; empty where there is none, null where nobody looked: rows of older versions.';
create index event_names on event using gin (names) where names <> '{}';
create index event_unread on event (received_at) where names is null and customer is null;
