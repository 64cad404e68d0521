-- Waits until no other load of the job runs. Another may begin before this answer is read: who wants the
-- job asks for it again.
--   $1 text  job
with waited as materialized (
    select pg_advisory_lock(1667785587, hashtext($1)) as granted
)
select pg_advisory_unlock(1667785587, hashtext($1)) as is_released
from waited;
