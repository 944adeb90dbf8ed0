-- Who was erased, as a keyed hash that names nobody: what happened before is not taken again.
create table tombstone (
  key_hash bytea primary key check (octet_length(key_hash) = 32),
  erased_at timestamptz not null
);

alter table signing_key drop constraint signing_key_purpose_check;
alter table signing_key add constraint signing_key_purpose_check
  check (purpose in ('TOKEN', 'VISITOR', 'TOMBSTONE'));
