-- Keys beside the first two: one for each storefront or server, so that one can be revoked alone.
create table shop_key (
  id text collate "C" primary key,
  kind text not null check (kind in ('WRITE', 'SECRET')),
  name text not null,
  hint text not null,
  hash bytea not null unique check (octet_length(hash) = 32),
  created_at timestamptz not null,
  created_by text not null,
  revoked_at timestamptz,
  revoked_by text
);
comment on column shop_key.hint is 'How the key begins and ends, to tell it from others.';

alter table api_key add column revoked_at timestamptz, add column revoked_by text;
