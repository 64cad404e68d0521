-- Divides by zero unless a staging table can be opened for a year, a merge looks rows up once, and all
-- partitions that were there have the index of slots.
select 1 / (prosecdef and prosrc like '%of_year is null%')::int
from pg_proc
where pronamespace = 'ops'::regnamespace and proname = 'open_staging';

select 1 / (prosrc like '%from revised as r%')::int
from pg_proc
where oid = 'ops.merge_observations(text, int4, int4)'::regprocedure;

select 1 / (prosecdef)::int
from pg_proc
where oid = 'ops.ensure_slot_indexes(int4)'::regprocedure;

select 1 / (count(*) = 0)::int
from pg_inherits as i
join pg_class as c on c.oid = i.inhrelid
where i.inhparent = 'warehouse.observation'::regclass
    and to_regclass('warehouse.' || c.relname || '_slot_id_idx') is null;
