-- Makes sure that the years of the periods have partitions, and that the rows of a slot are found in all.
--   $1 date[]  periods
--   $2 int4    slot
select
    ops.ensure_slot_indexes($2),
    (select count(ops.ensure_partition(p.period)) from unnest($1) as p (period));
