-- Merchants' rules and segments, as documents: their parts are edited, versioned and compared whole.

create table rule (
  id          text collate "C" primary key,
  version     integer not null check (version > 0),
  archived_at timestamptz,
  live        jsonb,
  draft       jsonb,
  check (live is not null or draft is not null)
);
comment on column rule.live is 'In force, null where it never was published.';
comment on column rule.draft is 'Being prepared, null where nothing is.';

create table segment (
  id          text collate "C" primary key,
  version     integer not null check (version > 0),
  archived_at timestamptz,
  title       text not null,
  condition   text not null
);
comment on column segment.condition is 'CEL over the shopper.';

create table segment_count (
  segment    text collate "C" primary key,
  condition  text not null,
  members    bigint not null,
  counted_of bigint not null,
  counted_at timestamptz not null
);
comment on table segment_count is
  'How many shoppers a segment had when everybody was last counted, by the condition of then.';

-- What became of one rule, for its history.
create index merchandise_audit_subject on merchandise_audit (subject, id);
