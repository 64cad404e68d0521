-- Figures of places over periods, by indicator, then by place in the order asked for, then in time.
--   $1 text[]  places; null for all
--   $2 text[]  indicators; null for all
--   $3 int4    first year; null: from the first
--   $4 int4    last year; null: to the last
--   $5 text[]  administrative levels; null for all
--   $6 date    what the warehouse knew at the end of that day; null: now
--   $7 date    what the world could know at the end of that day; null: everything
--   $8 boolean compute changes over breaks too
--   $9 text    boundaries: published or 2025
select
    t.place,
    t.place_name_vi,
    t.place_name_en,
    t.indicator,
    t.indicator_name_vi,
    t.indicator_name_en,
    t.decimals,
    t.level,
    t.freq,
    t.period::text as period,
    t.geography,
    t.value,
    t.unit,
    t.rank,
    t.rank_of,
    t.rank_tied,
    t.grp,
    t.change,
    t.change_pct,
    t.rank_change,
    t.break,
    t.break_reason,
    t.derived,
    t.flags,
    t.source,
    t.rank_source,
    t.published_on::text as published_on,
    t.best,
    t.worst,
    t.mean_change,
    t.value_low,
    t.value_high,
    t.carried_from,
    t.percentile,
    t.edition
from mart.trend($1, $2, $3, $4, $5, $6, $7, $8, $9) as t
order by t.indicator_order, t.level, array_position($1, t.place), t.place, t.period, t.geography desc;
