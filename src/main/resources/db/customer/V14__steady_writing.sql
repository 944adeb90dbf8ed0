-- Nobody who sends events waits for housekeeping.

-- Else some insert now and then sorts into the index what others have left for it, up to 4 MB.
alter index event_names set (fastupdate = off);

-- Cutting a table's empty end off locks everybody out of it; these are written all day.
alter table fold set (vacuum_truncate = off, toast.vacuum_truncate = off);
alter table event set (vacuum_truncate = off, toast.vacuum_truncate = off);
alter table link set (vacuum_truncate = off);

-- What came in lately is read in slices of its time: each would look through all that came in since
-- the index was last brought up to date.
alter index event_received_at set (autosummarize = on);
select brin_summarize_new_values('event_received_at');
