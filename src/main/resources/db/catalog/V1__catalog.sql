-- What the shop sells. A variant is one row of a feed and keeps what that row said, also of its
-- product; a product is the identity that its variants share. Prices by market and texts by
-- language get tables of their own beside these; the columns here are the defaults.

create table catalog_version (
  only_one boolean primary key default true check (only_one),
  version  bigint not null
);
comment on table catalog_version is
  'Bumped in every transaction that changes what a snapshot holds; announced on catalog_changed.';
insert into catalog_version (version) values (0);

create table category (
  id       text collate "C" primary key,
  parent   text collate "C" references category,
  path     text[] not null check (cardinality(path) > 0),
  position bigint generated always as identity
);
comment on column category.id is 'The slugged words of the whole path, home-lighting; also the handle.';
comment on column category.path is 'Titles from the root down; of several paths with one id the first.';
comment on column category.position is 'Order of first appearance, parents before children.';

create table product (
  id           text collate "C" primary key,
  handle       text collate "C" not null unique,
  content_hash uuid not null,
  added_at     timestamptz not null,
  archived_at  timestamptz
);
comment on column product.id is 'The feed''s item_group_id, or id without one.';
comment on column product.handle is 'Given once and kept, because it stands in addresses.';
comment on column product.content_hash is 'Over the hashes of its live variants, in their order.';
comment on column product.added_at is 'When the shop first had it; survives being archived.';

create table variant (
  id            text collate "C" primary key,
  product_id    text collate "C" not null,
  position      bigint not null,
  content_hash  uuid not null,
  archived_at   timestamptz,
  title         text not null,
  description   text,
  brand         text,
  categories    text[] not null,
  tags          text[] not null,
  attributes    jsonb not null,
  options       jsonb not null,
  images        text[] not null,
  link          text,
  price         bigint check (price >= 0),
  currency      text,
  sale_price    bigint check (sale_price >= 0),
  sale_from     timestamptz,
  sale_until    timestamptz,
  cost          bigint,
  cost_currency text,
  availability  text not null,
  quantity      integer check (quantity >= 0),
  gtin          text
);
comment on column variant.position is 'Order of first appearance; the first variant speaks for the product.';
comment on column variant.attributes is '[[label, value, …], …] in the feed''s order';
comment on column variant.options is '{"color": "Oat"}';
comment on column variant.price is 'In the minor unit of currency; null where it is not for sale.';
comment on column variant.sale_price is 'Below price, from sale_from until sale_until; always without them.';
create index variant_product on variant (product_id);

create table relation (
  product_id text collate "C" not null,
  kind       text not null,
  target_id  text collate "C" not null,
  routine    text,
  step       integer check (step > 0),
  unique nulls not distinct (product_id, kind, target_id, routine)
);
comment on table relation is 'What merchants say that two products have to do with each other.';

create table import_run (
  id          bigint generated always as identity primary key,
  format      text not null,
  mode        text not null,
  forced      boolean not null,
  started_at  timestamptz not null,
  finished_at timestamptz not null,
  read        bigint not null,
  stored      bigint not null,
  unchanged   bigint not null,
  rejected    bigint not null,
  warnings    bigint not null,
  archived    bigint not null,
  failure     text
);
comment on column import_run.failure is 'The error code of a run that changed nothing, else null.';
