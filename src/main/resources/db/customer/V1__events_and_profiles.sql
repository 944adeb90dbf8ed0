-- The log: every accepted event once, under the identifier it came in with.
create table event (
    origin      text collate "C" not null,
    message_id  text collate "C" not null,
    type        text not null,
    happened_at timestamptz not null,
    received_at timestamptz not null,
    customer    text collate "C",
    traffic     text not null,
    -- false: kept for analytics only, never folded, never learned from
    personalize boolean not null,
    -- [["VIEW", "p1", 1], ...]
    signals     jsonb not null,
    decision_id text,
    position    integer,
    -- as the client sent it
    body        text not null,
    primary key (origin, message_id)
);
create index event_happened_at on event using brin (happened_at);
create index event_customer on event (customer) where customer is not null;

-- The exact state of one identifier; empty bytes are an empty state.
create table fold (
    owner   text collate "C" primary key,
    version bigint not null,
    state   bytea not null
) with (fillfactor = 70);
create sequence fold_version;

-- Membership: which customers were proven on which device.
create table link (
    visitor     text collate "C" not null,
    customer    text collate "C" not null,
    first_proof timestamptz not null,
    last_proof  timestamptz not null,
    evidence    text not null,
    primary key (visitor, customer)
);
create index link_customer on link (customer);

create table identity_log (
    visitor  text collate "C" not null,
    id       bigint generated always as identity,
    at       timestamptz not null,
    kind     text not null check (kind in ('JOIN', 'SPLIT')),
    customer text collate "C" not null,
    evidence text not null,
    primary key (visitor, id)
);

-- The latest choice for each purpose.
create table consent (
    identifier text collate "C" not null,
    purpose    text not null check (purpose in ('PERSONALIZATION', 'ANALYTICS', 'MARKETING_EMAIL')),
    state      text not null check (state in ('GRANTED', 'DENIED')),
    decided_at timestamptz not null,
    source     text not null check (source in ('EXPLICIT', 'GLOBAL_PRIVACY_CONTROL', 'IMPORTED')),
    primary key (identifier, purpose)
);

-- Keys the hash behind opaque shopper ids, which nobody outside can compute.
create table identity_secret (
    only_one boolean primary key default true check (only_one),
    value    bytea not null
);
insert into identity_secret (value)
values (decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'));

-- The identifiers whose choices are this person's: what they came with, the customer they are or,
-- unproven, the only one their device ever had, and that customer's devices that are nobody else's.
create function person_members(of_origin text, of_customer text) returns table (identifier text)
language sql stable
begin atomic
    with person as (
        select coalesce(
            of_customer,
            (select min(l.customer) from link l where l.visitor = of_origin having count(*) = 1)
        ) as customer
    )
    select of_origin where of_origin is not null
    union
    select p.customer from person p where p.customer is not null
    union
    select l.visitor
    from person p join link l on l.customer = p.customer
    where not exists (
        select from link o where o.visitor = l.visitor and o.customer <> l.customer);
end;
