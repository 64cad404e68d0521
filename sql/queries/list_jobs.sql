-- Jobs that have run, with their last run and the moment up to which they have been run (UTC); one row
-- per job.
select
    j.job,
    j.load_id,
    to_char(j.started_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD HH24:MI:SS') || '+07' as started_at,
    j.status,
    to_char(j.covered_to at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as covered_to
from mart.job as j
order by j.job;
