-- What content has in common: where, for whom and when it is shown, and its words by locale.

alter table hero
  add column action text,
  add column aim    jsonb,
  add column texts  jsonb;
comment on column hero.action is 'What the shopper is asked to do, on a button.';
comment on column hero.aim is 'Markets, locales, segments and schedule; null for everywhere.';
comment on column hero.texts is 'Its words in other languages; null for none.';

alter table offer
  add column priority integer not null default 50 check (priority between 0 and 100),
  add column aim      jsonb,
  add column texts    jsonb;

alter table synonyms
  add column aim jsonb;

alter table redirect
  add column priority integer not null default 50 check (priority between 0 and 100),
  add column aim      jsonb;

create table badge (
  id          text collate "C" primary key,
  version     integer not null check (version > 0),
  archived_at timestamptz,
  live        jsonb,
  draft       jsonb,
  check (live is not null or draft is not null)
);
comment on column badge.live is 'On products, null where it never was published.';
comment on column badge.draft is 'Being prepared, null where nothing is.';

create table routine (
  id          text collate "C" primary key,
  version     integer not null check (version > 0),
  archived_at timestamptz,
  title       text not null,
  steps       jsonb not null,
  aim         jsonb,
  priority    integer not null check (priority between 0 and 100)
);
comment on column routine.steps is 'In order; of each the products that do for it.';
