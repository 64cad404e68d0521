-- Parts of the five indices of a place beside the median of all provinces, by index, the best first.
--   $1 text  place
--   $2 int4  no later year; null: to the last
--   $3 date  what the warehouse knew at the end of that day; null: now
--   $4 date  what the world could know at the end of that day; null: everything
select
    c.index,
    c.indicator,
    c.indicator_name_vi,
    c.indicator_name_en,
    c.decimals,
    c.period::text as period,
    c.geography,
    c.value,
    c.unit,
    c.rank,
    c.rank_of,
    c.rank_tied,
    c.median,
    c.best,
    c.gap,
    c.source
from mart.components($1, $2, $3, $4) as c
join mart.indicator as i on i.indicator = c.index
order by i.preference, c.gap desc nulls last, c.indicator_order;
