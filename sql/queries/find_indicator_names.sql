-- Indicators that bear one of the names asked for; one row per name and indicator.
--   $1 text[]  folded names
select
    n.key,
    n.indicator
from mart.indicator_name as n
where n.key = any ($1)
order by n.indicator;
