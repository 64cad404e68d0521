-- Figures of places side by side, by indicator, period, then place in the order asked for. Without
-- years, each indicator stands in the last period in which every place asked for has a value or rank.
--   $1 text[]  places
--   $2 text[]  indicators; null for all
--   $3 int4    first year; null with $4: the last common period
--   $4 int4    last year; null with $3: the last common period
--   $5 text[]  administrative levels; null for all
--   $6 date    what the warehouse knew at the end of that day; null: now
--   $7 date    what the world could know at the end of that day; null: everything
--   $8 boolean compute changes over breaks too
--   $9 text    boundaries: published or 2025
with figure as materialized (
    select
        t.*,
        p.lineage_id
    from mart.trend($1, $2, $3, $4, $5, $6, $7, $8, $9) as t
    join mart.place as p on p.place = t.place
),
common as (
    select
        c.indicator,
        c.level,
        c.freq,
        max(c.period) as period
    from (
        select
            f.indicator,
            f.level,
            f.freq,
            f.period
        from figure as f
        where f.value is not null or f.rank is not null
        group by f.indicator, f.level, f.freq, f.period
        having count(distinct f.lineage_id) = (
            select count(distinct p.lineage_id) from mart.place as p where p.place = any ($1)
        )
    ) as c
    group by c.indicator, c.level, c.freq
)
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
from figure as t
where $3 is not null
    or $4 is not null
    or exists (
        select
        from common as c
        where c.indicator = t.indicator and c.level = t.level and c.freq = t.freq and c.period = t.period
    )
order by t.indicator_order, t.level, t.period, t.geography desc, array_position($1, t.place), t.place;
