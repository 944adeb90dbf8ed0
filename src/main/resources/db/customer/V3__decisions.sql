-- Every decision as it was made, for explaining, replaying and learning.

create table decision (
  owner      text collate "C" not null default '',
  id         text collate "C" not null,
  slot       text not null,
  decided_at timestamptz not null,
  basis      text not null,
  body       bytea not null,
  primary key (owner, id)
);
comment on table decision is
  'Written behind the response. Ids are UUIDs of version 7, so rows arrive in the order of the index.';
comment on column decision.owner is
  'The key of the identifier it was made for; empty for somebody who said nothing.';
comment on column decision.body is 'The whole decision as JSON, packed with gzip.';
alter table decision alter column body set storage external;
create unique index decision_id on decision (id);
