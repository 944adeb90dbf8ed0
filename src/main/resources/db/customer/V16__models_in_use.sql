-- Which models each replica uses.
create table model_replica (
    name    text primary key,
    version text not null,
    cut     timestamptz not null,
    since   timestamptz not null,
    told    timestamptz not null
);
