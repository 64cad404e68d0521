-- Jobs that have run, one row each, with their last run.
create view mart.job as
select distinct on (l.job)
    l.job,
    l.load_id,
    l.started_at,
    l.finished_at,
    l.status
from ops.load as l
order by l.job, l.load_id desc;

comment on view mart.job is 'jobs that have run, with their last run; source: loads';
comment on column mart.job.job is 'name of the job';
comment on column mart.job.load_id is 'its last load';
comment on column mart.job.started_at is 'when that began';
comment on column mart.job.finished_at is 'when that ended';
comment on column mart.job.status is 'running, done, refused or failed';
