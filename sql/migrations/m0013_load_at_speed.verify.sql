-- Divides by zero unless one letter is no matter for a pattern, staging knows its load, a table is
-- adopted by the year that the loader names, with the owner's rights, a merge looks at what is staged,
-- and partitions keep room for revisions.
select 1 / (pg_get_constraintdef(oid) like '%flags = ''A''%')::int
from pg_constraint
where conrelid = 'warehouse.observation'::regclass and conname = 'observation_flags_check';

select 1 / (bool_and(prosecdef and prosrc like '%alter column load_id set default%'))::int
from pg_proc
where pronamespace = 'ops'::regnamespace and proname = 'open_staging';

select 1 / (prosecdef)::int
from pg_proc
where oid = 'ops.adopt_staging(text, timestamptz, date)'::regprocedure;

select 1 / (prosecdef and prosrc like '%slot_id%')::int
from pg_proc
where oid = 'ops.refresh_statistics(boolean)'::regprocedure;

select 1 / (prosrc like '%is distinct from (s.value%' and proconfig @> array['work_mem=64MB'])::int
from pg_proc
where oid = 'ops.merge_observations(text, int4, int4)'::regprocedure;

select 1 / (count(*) = 0)::int
from pg_inherits as i
join pg_class as c on c.oid = i.inhrelid
where i.inhparent = 'warehouse.observation'::regclass
    and not coalesce(c.reloptions @> array['fillfactor=95'], false);
