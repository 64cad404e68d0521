-- Divides by zero unless what observations may say is declared of all and not marked as proven, and a
-- staging table can be opened for one period.
select 1 / (count(*) = 4 and bool_and(not convalidated))::int
from pg_constraint
where conrelid = 'warehouse.observation'::regclass and contype = 'c';

select 1 / (prosecdef and prosrc like '%of_period is null%')::int
from pg_proc
where oid = 'ops.open_staging(text, date, boolean, date)'::regprocedure;
