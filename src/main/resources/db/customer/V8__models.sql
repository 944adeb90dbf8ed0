-- Trainings of the models, of all replicas.
create table model_version (
    version         text collate "C" primary key,
    trained_at      timestamptz not null,
    -- events received up to here were learned from
    cut             timestamptz not null,
    catalog_version text not null,
    learned_from    timestamptz,
    learned_to      timestamptz,
    events          bigint not null,
    touches         bigint not null,
    shoppers        bigint not null,
    -- what withheld shoppers said; all null where there were too few of them
    questions       integer,
    hit_rate        double precision,
    ndcg            double precision,
    running_ndcg    double precision,
    -- {"vectors": 1200, ...}
    millis          jsonb not null,
    bytes           bigint not null,
    state           text not null check (state in ('PROMOTED', 'HELD_BACK', 'ROLLED_BACK_TO')),
    reason          text not null
);
create index model_version_trained_at on model_version (trained_at desc);

-- Where merchants stopped learning.
create table model_hold (
    only_one boolean primary key default true check (only_one),
    version  text not null,
    cut      timestamptz not null,
    who      text not null,
    at       timestamptz not null
);

-- What came in lately is looked for by when it came.
create index event_received_at on event using brin (received_at);
