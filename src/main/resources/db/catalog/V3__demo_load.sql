-- Whether this store was filled with the demo shop; a load that broke off is resumed.
create table demo_load (
  only_one      boolean primary key default true check (only_one),
  traffic_until timestamptz not null,
  completed_at  timestamptz
);
