-- Makes sure that the years of the periods have partitions.
--   $1 date[]  periods
select ops.ensure_partition(p.period)
from unnest($1) as p (period);
