-- What merchants write. Every row counts its writes in version; what is archived is kept.

create table merchandise_version (
  only_one boolean primary key default true check (only_one),
  version  bigint not null
);
comment on table merchandise_version is
  'Bumped first in every transaction that writes merchandise, so that writers take turns and '
  'versions are in the order of commits; announced on merchandise_changed.';
insert into merchandise_version (version) values (0);

create table hero (
  id          text collate "C" primary key,
  version     integer not null check (version > 0),
  archived_at timestamptz,
  headline    text not null,
  subline     text,
  image       text,
  link        text not null,
  category    text,
  audience    text not null,
  campaign    text,
  priority    integer not null check (priority between 0 and 100),
  evergreen   boolean not null
);

create table offer (
  id          text collate "C" primary key,
  version     integer not null check (version > 0),
  archived_at timestamptz,
  code        text,
  title       text not null,
  description text,
  audience    text not null,
  category    text,
  ends_at     timestamptz
);

create table content_card (
  id          text collate "C" primary key,
  version     integer not null check (version > 0),
  archived_at timestamptz,
  title       text not null,
  body        text,
  image       text,
  link        text not null,
  category    text
);

create table collection (
  id          text collate "C" primary key,
  version     integer not null check (version > 0),
  archived_at timestamptz,
  handle      text collate "C" not null unique,
  title       text not null,
  products    text[] not null
);
comment on column collection.products is 'Product ids in the merchant''s order.';

create table merchandise_audit (
  id      bigint generated always as identity primary key,
  at      timestamptz not null,
  who     text not null,
  what    text not null,
  subject text not null,
  before  jsonb,
  after   jsonb
);
comment on table merchandise_audit is
  'Who wrote what, in the transaction that wrote it; it only grows.';

create function merchandise_audit_only_grows() returns trigger language plpgsql as
$$ begin raise exception 'merchandise_audit only grows'; end $$;
create trigger merchandise_audit_only_grows
  before update or delete or truncate on merchandise_audit
  for each statement execute function merchandise_audit_only_grows();
