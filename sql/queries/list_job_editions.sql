-- The newest edition of each index that the figures of a job belong to; one row per job and index, the
-- newest of a job first.
select
    j.job,
    j.index,
    j.edition,
    extract(year from j.period)::int4 as year
from mart.job_edition as j
order by j.job, j.period desc, j.index;
