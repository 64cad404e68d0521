-- Begins a load if no other load of the job runs; no row when another one runs. The lock belongs to the
-- session.
--   $1 text         job
--   $2 text         version of the program
--   $3 timestamptz  the latest run of the job's schedule; null where it has none
with granted as materialized (
    select pg_try_advisory_lock(1667785587, hashtext($1)) as is_granted
)
insert into ops.load (job, tool_version, scheduled_for)
select $1, $2, $3
from granted as g
where g.is_granted
returning load_id;
