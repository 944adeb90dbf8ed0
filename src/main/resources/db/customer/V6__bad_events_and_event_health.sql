-- How events came in, and which of them claimed to come from the future.
alter table event
  add column source text not null default 'unknown',
  add column clamped boolean not null default false;
comment on column event.source is 'The key or door it came by and the client''s library, "write-key analytics.js".';
comment on column event.clamped is 'Its client said a time that was yet to come; it counts as happened when received.';

-- Events that were refused, until they are mended or their time is over.
create table bad_event (
  id          bigint generated always as identity primary key,
  received_at timestamptz not null,
  source      text not null,
  call        text not null,
  code        text not null,
  field       text,
  message     text not null,
  message_id  text,
  persons     text[] not null,
  body        text,
  whole       boolean not null,
  sent        jsonb not null,
  retries     integer not null default 0
);
comment on column bad_event.persons is 'Keys of the identifiers that the event named, for export and erasure.';
comment on column bad_event.body is 'As it was sent, at most 32 KB; null where consent does not allow to keep it.';
comment on column bad_event.whole is 'The body is one whole event that can be tried again.';
comment on column bad_event.sent is 'Who sent it, with which proof, and when by their clock.';
create index bad_event_received_at on bad_event (received_at);
create index bad_event_code on bad_event (code, id);
create index bad_event_persons on bad_event using gin (persons);

-- What came in, by the day on which it happened: counts of nobody, written behind the responses.
create table event_count (
  day           date not null,
  type          text not null,
  source        text not null,
  accepted      bigint not null,
  duplicates    bigint not null,
  clamped       bigint not null,
  -- how many came how late: place n counts delays of less than 2^n seconds
  delays        bigint[] not null,
  last_received timestamptz not null,
  primary key (day, type, source)
);
