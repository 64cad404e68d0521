-- Jobs that have run, with their last run; one row per job.
select
    j.job,
    j.load_id,
    to_char(j.started_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD HH24:MI:SS') || '+07' as started_at,
    j.status
from mart.job as j
order by j.job;
