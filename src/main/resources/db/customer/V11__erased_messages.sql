-- What erased people had sent, so that a message that comes again is not taken for a new one, also
-- where it does not say when it happened.
create table tombstone_message (
  key_hash bytea primary key check (octet_length(key_hash) = 32)
);
comment on table tombstone_message is
  'HMACs of the origins and message ids of erased events; nobody can read who it was.';
