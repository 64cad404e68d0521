-- All provinces on indicators in one period each, the best first; a published rank comes first, then
-- the value. Without a year, the last period with a figure.
--   $1 text[]  indicators
--   $2 int4    year; null: the last with a figure
--   $3 text    region; null for the whole country
--   $4 text[]  administrative levels; null for all
--   $5 date    what the warehouse knew at the end of that day; null: now
--   $6 date    what the world could know at the end of that day; null: everything
--   $7 boolean compute changes over breaks too
--   $8 text    boundaries: published or 2025
with figure as materialized (
    select
        t.*,
        max(t.period) over (partition by t.indicator, t.level, t.freq) as last_period
    from mart.trend('{province}', $1, $2, $2, $4, $5, $6, $7, $8) as t
    join mart.place as p on p.place = t.place
    where p.kind in ('province', 'municipality')
        and (t.value is not null or t.rank is not null or t.grp is not null)
        and (
            $3::text is null
            or p.region = $3 and t.geography <> 'vn-34' and $8 = 'published'
            or p.region_2025 = $3 and (t.geography = 'vn-34' or $8 = '2025')
        )
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
join mart.indicator as i on i.indicator = t.indicator
where t.period = t.last_period
order by
    t.indicator_order,
    t.level,
    case when $8 = 'published' then t.geography end desc,
    -- Ranks among former provinces put those of today in no order.
    case when $8 = 'published' then t.rank end nulls last,
    case when i.direction = 'lower_is_better' then t.value else -t.value end nulls last,
    t.place;
