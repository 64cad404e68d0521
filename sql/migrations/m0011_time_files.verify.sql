-- Divides by zero unless files of loads know how long they took.
select 1 / (count(*) = 1)::int
from information_schema.columns
where table_schema = 'ops' and table_name = 'load_file' and column_name = 'seconds'
    and data_type = 'double precision';
