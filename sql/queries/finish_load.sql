-- Ends a load and gives its lock back.
--   $1 int4  load
--   $2 text  done, refused or failed
with finished as (
    update ops.load
    set finished_at = clock_timestamp(),
        status = $2
    where load_id = $1
    returning job
)
select pg_advisory_unlock(1667785587, hashtext(f.job)) as is_released
from finished as f;
