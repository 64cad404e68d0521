-- Places that moved on an indicator between two years; one row per place, indicator and level that is
-- ranked in both. The percentile of a rank is (N - rank) / (N - 1), 1 is best, so that lists of different
-- length compare: percentile_change says who moved. moved is in places, positive is better, and only among
-- one number of places. change is in the indicator's unit. Where a break of method lies between the years
-- break is 'method', and moved, percentile_change and change are null unless across_breaks; a territory or
-- name that changed is 'boundary'. A place is followed through renames and the successor that keeps the name.
--   indicators    text[]  codes; null for all
--   from_year     int4    first of the two years
--   to_year       int4    last of the two years
--   region        text    id of a region as it is in to_year; null for the whole country
--   levels, as_of, published_by, across_breaks   as in mart.trend
-- No order is promised.
-- Example:
--   select m.place, m.from_rank, m.to_rank, m.moved
--   from mart.movers(array['pci'], 2015, 2019, null, array[''], null, null, false) as m
--   order by m.moved desc nulls last limit 5;
create function mart.movers(
    indicators text[],
    from_year int4,
    to_year int4,
    region text,
    levels text[],
    as_of date,
    published_by date,
    across_breaks boolean
) returns table (
    place text,
    place_name_vi text,
    place_name_en text,
    indicator text,
    indicator_name_vi text,
    indicator_name_en text,
    decimals int2,
    unit text,
    level text,
    from_period date,  -- first day of the first year
    to_period date,  -- first day of the second year
    from_value float8,  -- figure of the first year, in the indicator's unit
    to_value float8,  -- figure of the second year, in the indicator's unit
    from_rank int4,  -- rank in the first year, 1 is best
    from_rank_of int4,  -- number of places ranked then
    from_rank_tied boolean,  -- whether another had the same rank then
    to_rank int4,  -- rank in the second year, 1 is best
    to_rank_of int4,  -- number of places ranked then
    to_rank_tied boolean,  -- whether another had the same rank then
    moved int4,  -- places moved, positive is better
    percentile_change float8,  -- change of the percentile, -1 to 1, positive is better
    change float8,  -- difference of the two, in the indicator's unit
    break text,
    rank_source text,
    source text,
    indicator_order int4
)
language sql stable
as $$
    with figure as (
        select
            t.*,
            p.lineage_id,
            p.region,
            p.region_2025,
            extract(year from t.period)::int4 as year,
            coalesce(t.rank_of, split_part(t.geography, '-', 2)::int4) as known_rank_of,
            -- Breaks since the first year, those of years between among them.
            count(*) filter (where t.break like 'method%' and extract(year from t.period) > movers.from_year) over (
                partition by p.lineage_id, t.indicator, t.level
            ) as breaks,
            count(*) filter (where t.break like '%boundary%' and extract(year from t.period) > movers.from_year) over (
                partition by p.lineage_id, t.indicator, t.level
            ) as territories
        from mart.trend(
            '{province}', movers.indicators, movers.from_year, movers.to_year, movers.levels, movers.as_of,
            movers.published_by, movers.across_breaks
        ) as t
        join mart.place as p on p.place = t.place
        where t.freq = 'A' and p.kind in ('province', 'municipality')
    ),
    -- Where two lists of one year stand side by side, of before and after a merger, the older is meant.
    ranked as (
        select distinct on (f.lineage_id, f.indicator, f.level, f.year)
            f.*
        from figure as f
        where f.year in (movers.from_year, movers.to_year) and f.known_rank_of >= f.rank
        order by f.lineage_id, f.indicator, f.level, f.year, f.geography desc
    )
    select
        b.place,
        b.place_name_vi,
        b.place_name_en,
        b.indicator,
        b.indicator_name_vi,
        b.indicator_name_en,
        b.decimals,
        b.unit,
        b.level,
        a.period,
        b.period,
        a.value,
        b.value,
        a.rank,
        a.known_rank_of,
        a.rank_tied,
        b.rank,
        b.known_rank_of,
        b.rank_tied,
        case when c.compares and a.known_rank_of = b.known_rank_of then a.rank - b.rank end,
        case
            when c.compares
                then round(
                    (
                        mart.percentile(b.rank, b.known_rank_of) - mart.percentile(a.rank, a.known_rank_of)
                    )::numeric,
                    10
                )::float8
        end,
        case when c.compares then round((b.value - a.value)::numeric, 10)::float8 end,
        nullif(
            concat_ws('+', case when b.breaks > 0 then 'method' end, case when b.territories > 0 then 'boundary' end),
            ''
        ),
        b.rank_source,
        b.source,
        b.indicator_order
    from ranked as a
    join ranked as b on b.lineage_id = a.lineage_id and b.indicator = a.indicator and b.level = a.level
    cross join lateral (select b.breaks = 0 or movers.across_breaks as compares) as c
    where a.year = movers.from_year
        and b.year = movers.to_year
        and (
            movers.region is null
            or b.region = movers.region and b.geography <> 'vn-34'
            or b.region_2025 = movers.region and b.geography = 'vn-34'
        )
$$;

comment on function mart.movers(text[], int4, int4, text, text[], date, date, boolean) is
    'places that moved on an indicator between two years, in places and percentiles';
