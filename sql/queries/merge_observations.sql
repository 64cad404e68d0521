-- Merges a staging table into its slot; one row with the moment and the counts.
--   $1 text  staging table
--   $2 int4  load
--   $3 int4  slot
select
    m.recorded_at::text as recorded_at,
    m.loaded,
    m.revised,
    m.withdrawn
from ops.merge_observations($1, $2, $3) as m;
