-- Collections, words for search, routines and segments that are being prepared, beside what shoppers see.

alter table collection
  add column live  boolean not null default true,
  add column draft jsonb;
comment on column collection.live is 'In force; where it is not, the other columns are the draft''s.';
comment on column collection.draft is 'Being prepared, null where nothing is.';

alter table synonyms
  add column live  boolean not null default true,
  add column draft jsonb;
comment on column synonyms.live is 'In force; where it is not, the other columns are the draft''s.';
comment on column synonyms.draft is 'Being prepared, null where nothing is.';

alter table redirect
  add column live  boolean not null default true,
  add column draft jsonb;
comment on column redirect.live is 'In force; where it is not, the other columns are the draft''s.';
comment on column redirect.draft is 'Being prepared, null where nothing is.';

alter table routine
  add column live  boolean not null default true,
  add column draft jsonb;
comment on column routine.live is 'In force; where it is not, the other columns are the draft''s.';
comment on column routine.draft is 'Being prepared, null where nothing is.';

alter table segment
  add column live  boolean not null default true,
  add column draft jsonb;
comment on column segment.live is 'In force; where it is not, the other columns are the draft''s.';
comment on column segment.draft is 'Being prepared, null where nothing is.';
