-- The shop's keys as SHA-256 of 256 random bits: what is stored opens nothing.
create table api_key (
  kind text primary key check (kind in ('WRITE', 'SECRET')),
  hash bytea not null check (octet_length(hash) = 32),
  created_at timestamptz not null
);

-- What the gateway signs with, shared by all replicas.
create table signing_key (
  purpose text primary key check (purpose in ('TOKEN', 'VISITOR')),
  private_key bytea not null,
  public_key bytea,
  created_at timestamptz not null
);

create table audit_log (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  who text not null,
  what text not null,
  subject text not null,
  before jsonb,
  after jsonb
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% only grows', tg_table_name;
end
$$;

create trigger audit_log_only_grows before update or delete or truncate on audit_log
  for each statement execute function refuse_change();
