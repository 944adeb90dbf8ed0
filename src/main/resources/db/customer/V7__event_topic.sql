-- How far the event topic has been folded, moved on in the transaction of the effect.
create table topic_offset (
  topic       text not null,
  -- the broker's own id: a topic that was made anew begins anew
  topic_id    text not null,
  partition   integer not null,
  next_offset bigint not null,
  primary key (topic_id, partition)
);
comment on column topic_offset.next_offset is 'The first record whose effect is not in this store.';
