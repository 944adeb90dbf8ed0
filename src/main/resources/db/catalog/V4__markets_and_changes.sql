-- Prices and texts of other markets, the shelf life of a purchase, and what changed with which
-- version, so that a replica reads again only that.

alter table variant add column days_of_use integer check (days_of_use > 0);
alter table variant add column stock_at timestamptz not null default now();
comment on column variant.days_of_use is 'How long one is expected to last; null where nobody said.';
comment on column variant.stock_at is 'When quantity and availability were last stated.';
create index variant_sale_from on variant (sale_from) where sale_from is not null;
create index variant_sale_until on variant (sale_until) where sale_until is not null;

create table market_price (
  variant_id text collate "C" not null,
  currency   text collate "C" not null,
  country    text collate "C" not null,
  price      bigint not null check (price >= 0),
  sale_price bigint check (sale_price >= 0),
  sale_from  timestamptz,
  sale_until timestamptz,
  by_feed    boolean not null,
  primary key (variant_id, currency, country)
);
comment on table market_price is
  'What a variant costs in a currency, or in a country''s prices of that currency. It wins over the '
  'variant''s own price; a country''s wins over one without a country.';
comment on column market_price.country is 'ISO 3166-1 alpha-2; empty: wherever the currency is asked for.';
comment on column market_price.by_feed is
  'Whether the variant''s feed row says it, so that it goes when the row says something else.';
create index market_price_sale_from on market_price (sale_from) where sale_from is not null;
create index market_price_sale_until on market_price (sale_until) where sale_until is not null;

create table local_text (
  variant_id  text collate "C" not null,
  locale      text collate "C" not null,
  title       text,
  description text,
  primary key (variant_id, locale)
);
comment on column local_text.locale is 'BCP 47, de or de-AT.';

alter table relation add column stated_by text collate "C";
comment on column relation.stated_by is
  'The variant whose feed row says it; null where a merchant said it beside the feed.';
create index relation_target on relation (target_id);
create index relation_stated_by on relation (stated_by) where stated_by is not null;

create table catalog_change (
  version  bigint primary key,
  products text[]
);
comment on table catalog_change is
  'Which products a version changed, added or archived; the last thousand versions.';
comment on column catalog_change.products is 'Null where they are too many to name.';

