-- Warning: figures of a source that differ from what the preferred source says of the same place,
-- indicator, level and period; one row per figure. Values that are equal once rounded to the digits of
-- the shorter one agree; ranks agree when they are equal.
--   $1 int4[]  series that are looked at, and those of the same indicator; null for all
--   $2 date[]  their periods, one for each
-- arguments: value or rank, source that is preferred, its value or rank
with list as materialized (
    select
        u.series_id,
        u.period
    from unnest($1::int4[], $2::date[]) as u (series_id, period)
    union all
    select distinct
        o.series_id,
        o.period
    from warehouse.observation as o
    where $1::int4[] is null
),
-- Only what several sources tell is compared, with all that they say.
shared as materialized (
    select distinct
        v.series_id,
        v.indicator,
        v.level,
        v.freq,
        v.geography,
        v.index,
        v.source,
        v.choice,
        l.period
    from list as l
    join catalog.series as s on s.series_id = l.series_id
    join (
        select
            c.indicator_id,
            c.level,
            c.freq,
            c.geography,
            c.place_level
        from catalog.series as c
        group by c.indicator_id, c.level, c.freq, c.geography, c.place_level
        having count(*) > 1
    ) as h
        on h.indicator_id = s.indicator_id and h.level = s.level and h.freq = s.freq and h.geography = s.geography
        and h.place_level = s.place_level
    join mart.series as v
        on v.indicator_id = s.indicator_id and v.level = s.level and v.freq = s.freq and v.geography = s.geography
        and v.place_level = s.place_level
),
told as (
    select
        h.indicator,
        h.level,
        h.freq,
        h.geography,
        h.index,
        h.source,
        h.choice,
        o.place_id,
        o.period,
        o.value,
        o.rank,
        o.line
    from shared as h
    join warehouse.observation as o on o.series_id = h.series_id and o.period = h.period
),
compared as (
    select
        t.*,
        first_value(t.value) over by_value as preferred_value,
        first_value(t.source) over by_value as value_source,
        first_value(t.rank) over by_rank as preferred_rank,
        first_value(t.source) over by_rank as rank_source
    from told as t
    window
        by_value as (
            partition by t.place_id, t.indicator, t.level, t.freq, t.geography, t.period
            order by t.value is null, t.choice),
        by_rank as (
            partition by t.place_id, t.indicator, t.level, t.freq, t.geography, t.period
            order by t.rank is null, t.choice)
),
differing as (
    select
        c.*,
        false as is_rank,
        trim_scale(round(c.value::numeric, 4))::text as said,
        c.value_source as other,
        trim_scale(round(c.preferred_value::numeric, 4))::text as preferred,
        abs(c.value - c.preferred_value) as difference
    from compared as c
    where abs(c.value - c.preferred_value) > 1e-9
            + 0.5 / 10 ^ least(
                scale(trim_scale(c.value::numeric)), scale(trim_scale(c.preferred_value::numeric)))
    union all
    select
        c.*,
        true,
        c.rank::text,
        c.rank_source,
        c.preferred_rank::text,
        abs(c.rank - c.preferred_rank)
    from compared as c
    where c.rank <> c.preferred_rank
)
select
    'warning' as severity,
    p.place,
    d.indicator,
    d.level,
    d.period,
    d.source,
    d.line,
    array[d.said, d.other, d.preferred] as arguments
from differing as d
join catalog.place as p on p.place_id = d.place_id
left join catalog.edition as e on e.index = d.index and e.geography = d.geography and e.period = d.period
where not mart.is_allowed('sources_differ', d.source, e.edition, d.indicator, p.place, d.difference)
order by d.is_rank, d.indicator, d.period, p.place, d.choice;
