-- Every kind of identifier can be a member of a shopper, and what an operator took apart stays apart.
alter table link
  add column kind text collate "C" not null default 'web',
  add column split_at timestamptz,
  add column refused bigint not null default 0;
comment on column link.visitor is 'The key of a member: a visitor id, an e-mail hash, an id of the shop''s own.';
comment on column link.kind is 'web, app, email, or external:<type>; a shopper has at most five of each.';
comment on column link.split_at is 'An operator took it apart then; proofs after that join nothing.';
comment on column link.refused is 'How many proofs came in since.';

alter table identity_log add column who text not null default 'event';
alter table identity_log drop constraint identity_log_kind_check;
alter table identity_log add constraint identity_log_kind_check
  check (kind in ('JOIN', 'SPLIT', 'REFUSED', 'REJOIN'));
create index identity_log_id on identity_log (id);
create index identity_log_customer on identity_log (customer);

-- The members that count: of each kind the five that were proven last, which depends on the set of
-- proofs alone and not on the order in which they came.
create function shopper_members(of_customer text) returns table (identifier text, sole boolean)
language sql stable
begin atomic
    select m.visitor, not exists (
        select from link o
        where o.visitor = m.visitor and o.customer <> of_customer and o.split_at is null)
    from (
        select l.visitor,
            row_number() over (partition by l.kind order by l.last_proof desc, l.visitor) as place
        from link l where l.customer = of_customer and l.split_at is null) m
    where m.place <= 5;
end;

create or replace function person_members(of_origin text, of_customer text)
returns table (identifier text)
language sql stable
begin atomic
    with person as (
        select coalesce(
            of_customer,
            (select min(l.customer) from link l
                where l.visitor = of_origin and l.split_at is null having count(*) = 1)
        ) as customer
    )
    select of_origin where of_origin is not null
    union
    select p.customer from person p where p.customer is not null
    union
    select m.identifier
    from person p cross join lateral shopper_members(p.customer) m
    where m.sole;
end;

-- The id under which people outside know a person: nobody without the secret can compute it.
create function shopper_id(of_key text) returns text
language sql stable
begin atomic
    select encode(substring(sha256(value || convert_to(of_key, 'UTF8')) from 1 for 16), 'hex')
    from identity_secret;
end;

-- Values that were sent as ids and identify nobody; they are words such as "undefined".
create table junk_identifier (
  value text collate "C" primary key,
  seen bigint not null,
  first_seen timestamptz not null,
  last_seen timestamptz not null
);

-- A choice and a browser's objection stand side by side: whichever came later holds.
alter table consent drop constraint consent_pkey;
alter table consent add primary key (identifier, purpose, source);

-- What was erased of a device that is others' as well: events of nobody in particular between these
-- times do not come back.
create table tombstone_visit (
  key_hash bytea not null check (octet_length(key_hash) = 32),
  first timestamptz not null,
  last timestamptz not null,
  primary key (key_hash, first)
);

-- The audit log keeps no customer's id: tokens for people without a role were issued to somebody.
alter table audit_log disable trigger audit_log_only_grows;
update audit_log set subject = 'a customer'
where what = 'token.issued' and after -> 'groups' = '[]'::jsonb;
alter table audit_log enable trigger audit_log_only_grows;
