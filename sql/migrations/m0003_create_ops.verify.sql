-- Divides by zero unless the log's tables stand.
select 1 / (count(*) = 5)::int
from pg_tables
where schemaname = 'ops' and tablename in ('source_file', 'slot', 'load', 'load_file', 'reject');
