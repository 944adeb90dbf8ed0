-- What imports know of the store's rows, packed, so that no import has to scan the wide rows for it:
-- after a first import that would also mark each of them as committed and write it again.

create table packed_rows (
  part bigint generated always as identity primary key,
  rows bytea
);
alter table packed_rows alter column rows set storage external;
comment on table packed_rows is
  'Of every variant 32 bytes, a later part before an earlier one. Without parts, or with one that '
  'has no rows, it says nothing, and the next long import packs it anew from variant.';
comment on column packed_rows.rows is
  'Each: MurmurHash3 of the id (16), content_hash (8), row_hash (8; 0 for none); where it is archived '
  'zeros for both. Null: somebody has changed variant and did not say so here.';

create function doubt_packed_rows() returns trigger language plpgsql as $$
begin
  insert into packed_rows (rows) values (null);
  return null;
end $$;
comment on function doubt_packed_rows is
  'For whoever writes variant without packing it: earlier versions beside this one, and by hand.';

create trigger variant_added_unpacked
  after insert or delete or truncate on variant
  for each statement when (current_setting('attune.packs_rows', true) is distinct from 'on')
  execute function doubt_packed_rows();
create trigger variant_altered_unpacked
  after update of id, content_hash, row_hash, archived_at on variant
  for each statement when (current_setting('attune.packs_rows', true) is distinct from 'on')
  execute function doubt_packed_rows();
