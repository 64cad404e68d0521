-- The newest edition that the figures of a job belong to; one row per job and index.
-- Example:
--   select * from mart.job_edition as e order by e.job limit 5;
create view mart.job_edition as
select distinct on (c.job, e.index)
    c.job,
    e.index,
    e.edition,
    e.period
from (
    select
        o.slot_id,
        s.index,
        s.geography,
        o.period
    from mart.series as s
    -- Series by series: those of an index are a small part of all that is told.
    cross join lateral (
        select
            n.slot_id,
            max(n.period) as period
        from warehouse.observation as n
        where n.series_id = s.series_id
        group by n.slot_id
    ) as o
    where s.index is not null and s.freq = 'A'
) as held
join ops.slot as c on c.slot_id = held.slot_id
join mart.edition as e
    on e.index = held.index and e.geography = held.geography and e.period = held.period
order by c.job, e.index, e.period desc, e.reference_date desc;

comment on view mart.job_edition is 'newest edition that the figures of a job belong to; source: loads';
comment on column mart.job_edition.job is 'name of the job';
comment on column mart.job_edition.index is 'par, sipas, papi, pci or dti';
comment on column mart.job_edition.edition is 'stable code of the edition';
comment on column mart.job_edition.period is 'first day of the period assessed';
