-- How clean the catalog was after each import.

create table health_point (
  version   bigint primary key,
  at        timestamptz not null,
  products  bigint not null,
  score     double precision not null check (score between 0 and 1),
  affected  jsonb not null
);
comment on table health_point is 'One for each version of the catalog that was looked at.';
comment on column health_point.affected is '{"MISSING_COST": 12}: products with each fault.';
