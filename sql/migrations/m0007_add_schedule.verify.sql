-- Divides by zero unless loads know the run of the schedule that they cover.
select 1 / (count(*) = 1)::int
from information_schema.columns
where table_schema = 'ops' and table_name = 'load' and column_name = 'scheduled_for'
    and data_type = 'timestamp with time zone';
