-- Experiments as merchants define them. Every row counts its writes in version.
create table experiment_version (
  only_one boolean primary key default true check (only_one),
  version  bigint not null
);
comment on table experiment_version is
  'Bumped first in every transaction that writes experiments, so that writers take turns; announced '
  'on experiments_changed.';
insert into experiment_version (version) values (0);

create table experiment (
  id      text collate "C" primary key,
  version integer not null check (version > 0),
  body    jsonb not null
);
comment on column experiment.body is 'The whole definition: scope, variants, ramp, plan, costs, life.';
