-- Divides by zero unless the fact tables stand and observations are partitioned.
select 1 / (count(*) = 2)::int
from pg_partitioned_table
where partrelid in ('warehouse.observation'::regclass, 'warehouse.observation_past'::regclass);

select 1 / (count(*) = 5)::int
from pg_tables
where schemaname = 'warehouse' and tablename in ('plan', 'plan_past', 'plan_line', 'target', 'task');
