-- Divides by zero unless both tables of observations have the columns and merges fill them.
select 1 / (count(*) = 8)::int
from information_schema.columns
where table_schema = 'warehouse'
    and table_name in ('observation', 'observation_past')
    and column_name in ('sheet', 'cell', 'document', 'page');

select 1 / (prosrc like '%cell = s.cell%')::int
from pg_proc
where oid = 'ops.merge_observations(text, int4, int4)'::regprocedure;
