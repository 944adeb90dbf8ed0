-- Who could see which variant, once for each unit and experiment.
create table exposure (
  unit       text collate "C" not null,
  experiment text collate "C" not null,
  variant    text collate "C" not null,
  first_at   timestamptz not null,
  crossed    boolean not null,
  primary key (unit, experiment)
);
comment on column exposure.unit is 'The key of an identifier: the customer''s where known, else the visitor''s.';
comment on column exposure.crossed is 'Belongs to two variants at once: served, and left out of the comparison.';
create index exposure_experiment on exposure (experiment);
