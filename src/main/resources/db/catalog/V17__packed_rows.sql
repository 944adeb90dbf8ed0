-- What imports know of the store's rows, packed, so that no import has to scan the wide rows for it:
-- after a first import that would also mark each of them as committed and write it again.

-- The lock that imports hold (PgImports): waits for a running one before the triggers below queue
-- for the variants, behind which prices and stock would queue in turn.
select pg_advisory_xact_lock(7022365766689554433);

create table packed_rows (
  part bigint generated always as identity primary key,
  format smallint not null default 1,
  rows bytea
);
alter table packed_rows alter column rows set storage external;
comment on table packed_rows is
  'Of every variant 32 bytes, a later part before an earlier one. Without parts, or with one that '
  'has no rows, it says nothing, and the next long import packs it anew from variant.';
comment on column packed_rows.format is
  'Of the rows; 1 is what is said of them. A gateway that does not know it takes the part for a doubt.';
comment on column packed_rows.rows is
  'Each: MurmurHash3 of the id (16), content_hash (8), row_hash (8; 0 for none); where it is archived '
  'zeros for both. Null: somebody has changed variant and did not say so here.';

-- As its owner, for whoever may write variant, and beside it whatever the search path is; nobody
-- else may hang it on a table of his own.
create function doubt_packed_rows() returns trigger language plpgsql
security definer set search_path = pg_catalog, pg_temp as $$
begin
  execute format('insert into %I.packed_rows (rows) values (null)', tg_table_schema);
  return null;
end $$;
revoke execute on function doubt_packed_rows from public;
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
-- With session_replication_role = replica as well.
alter table variant enable always trigger variant_added_unpacked;
alter table variant enable always trigger variant_altered_unpacked;
