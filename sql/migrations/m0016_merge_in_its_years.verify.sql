-- Divides by zero unless conflicts are looked for in the staged years, with the memory of a merge.
select 1 / (prosrc like '%o.period between%' and proconfig @> array['work_mem=64MB'])::int
from pg_proc
where oid = 'ops.staged_conflicts(text, int4)'::regprocedure;
