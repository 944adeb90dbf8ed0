-- What lets an import pass over the rows of a feed that it has taken before.

alter table variant add column row_hash uuid;
comment on column variant.row_hash is
  'Over the feed''s row as it was written, and how it is read; null where it has to be read anew.';

alter table catalog_version add column last_position bigint not null default 0;
comment on column catalog_version.last_position is 'The greatest position that a variant was given.';
update catalog_version
set last_position = (select coalesce(max(position), 0) from variant);
