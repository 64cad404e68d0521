-- Divides by zero unless the five schemas stand.
select 1 / (count(*) = 5)::int
from pg_namespace
where nspname in ('catalog', 'warehouse', 'ops', 'staging', 'mart');
