-- How much the warehouse learned between two days; one row per job, kind and change.
--   $1 date    end of that day; null: from the beginning
--   $2 date    end of that day; null: now
--   $3 text[]  places; null for all
--   $4 text[]  indicators; null for all
--   $5 text[]  jobs; null for all
select
    c.job,
    c.kind,
    c.change,
    count(*) as count
from mart.changes($1, $2, $3, $4, $5) as c
group by c.job, c.kind, c.change
order by c.job, c.kind, c.change;
