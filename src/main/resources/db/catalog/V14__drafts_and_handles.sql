-- Heroes and offers that are being prepared, beside what shoppers see of them.

alter table hero
  add column live  boolean not null default true,
  add column draft jsonb;
comment on column hero.live is 'Shown to shoppers; where it is not, the other columns are the draft''s.';
comment on column hero.draft is 'Being prepared, null where nothing is.';

alter table offer
  add column live  boolean not null default true,
  add column draft jsonb;
comment on column offer.live is 'Shown to shoppers; where it is not, the other columns are the draft''s.';
comment on column offer.draft is 'Being prepared, null where nothing is.';

-- A handle is one collection's as long as that is in the shop.
alter table collection drop constraint collection_handle_key;
create unique index collection_handle on collection (handle) where archived_at is null;
