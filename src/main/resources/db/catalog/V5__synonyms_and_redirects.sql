-- What merchants write for search. Every row counts its writes in version; what is archived is kept.

create table synonyms (
  id          text collate "C" primary key,
  version     integer not null check (version > 0),
  archived_at timestamptz,
  phrases     text[] not null check (cardinality(phrases) > 0),
  stand_for   text[] not null
);
comment on column synonyms.phrases is 'What is searched for.';
comment on column synonyms.stand_for is
  'What the phrases also find; empty where the phrases all find each other.';

create table redirect (
  id          text collate "C" primary key,
  version     integer not null check (version > 0),
  archived_at timestamptz,
  queries     text[] not null check (cardinality(queries) > 0),
  link        text not null
);
comment on column redirect.queries is 'Whole queries, in any case.';
