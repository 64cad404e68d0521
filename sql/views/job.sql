-- Jobs that have run, one row each, with their last run and the moment up to which they have been run.
-- Example:
--   select j.job, j.status, j.finished_at from mart.job as j order by j.job;
create view mart.job as
select
    l.job,
    l.load_id,
    l.started_at,
    l.finished_at,
    l.status,
    c.covered_to
from (
    select distinct on (j.job) j.*
    from ops.load as j
    order by j.job, j.load_id desc
) as l
left join (
    -- A load that failed has not looked at its files: what it was to cover is still to be done.
    select
        j.job,
        max(coalesce(j.scheduled_for, j.started_at)) as covered_to
    from ops.load as j
    where j.status in ('done', 'refused')
    group by j.job
) as c on c.job = l.job;

comment on view mart.job is 'jobs that have run, with their last run; source: loads';
comment on column mart.job.job is 'name of the job';
comment on column mart.job.load_id is 'its last load';
comment on column mart.job.started_at is 'when that began';
comment on column mart.job.finished_at is 'when that ended';
comment on column mart.job.status is 'running, done, refused or failed';
comment on column mart.job.covered_to is
    'latest run of its schedule that a load has covered, else when its last whole load began; null before the first';
