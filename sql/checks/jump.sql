-- Warning: values that changed from the period before by far more than those of other places did; one
-- row per value. A change is far when it lies more than eight scaled median deviations from the median
-- change of the list, among ten places at least: so far out that a wrong digit or a mixed-up row is
-- likelier than news. Lists that do not compare with the edition before are left out.
--   $1 int4[]  series that are looked at, null for all
--   $2 date[]  their periods, one for each
-- arguments: value, value of the period before, that period, median change of the list
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
listed as materialized (
    select
        l.series_id,
        s.indicator_id,
        s.level,
        s.freq,
        s.geography,
        s.place_level,
        l.period,
        e.edition_id,
        coalesce(
            before.period,
            case s.freq
                when 'A' then (l.period - interval '1 year')::date
                when 'Q' then (l.period - interval '3 months')::date
                else (l.period - interval '1 month')::date
            end) as period_before,
        coalesce(before.geography, s.geography) as geography_before
    from list as l
    join mart.series as s on s.series_id = l.series_id
    left join catalog.edition as e on e.index = s.index and e.geography = s.geography and e.period = l.period
    left join catalog.edition as before on before.edition_id = e.previous_id
    where not exists (
        select
        from catalog.comparability as c
        where c.edition_id = e.edition_id and c.indicator_id = s.indicator_id and c.comparable = 'no'
    )
),
-- What the most preferred source says of the period before. By the two bounds the server passes
-- over the partitions of other years.
before as (
    select distinct on (l.series_id, l.period, o.place_id)
        l.series_id,
        l.period,
        l.period_before,
        o.place_id,
        o.value
    from listed as l
    join mart.series as v
        on v.indicator_id = l.indicator_id and v.level = l.level and v.freq = l.freq
        and v.geography = l.geography_before and v.place_level = l.place_level
    join warehouse.observation as o
        on o.series_id = v.series_id and o.period = l.period_before and o.value is not null
    where o.period >= (select min(x.period_before) from listed as x)
        and o.period <= (select max(x.period_before) from listed as x)
    order by l.series_id, l.period, o.place_id, v.choice
),
-- Where nearly nothing was before, the new values need not be read.
counted as (
    select
        b.*,
        count(*) over (partition by b.series_id, b.period) as values_before
    from before as b
),
changed as (
    select
        b.series_id,
        b.period,
        b.period_before,
        o.place_id,
        o.value,
        o.line,
        b.value as value_before,
        o.value - b.value as change
    from counted as b
    join warehouse.observation as o
        on o.series_id = b.series_id and o.place_id = b.place_id and o.period = b.period
        and o.value is not null
    where b.values_before >= 10
),
middle as (
    select
        c.series_id,
        c.period,
        percentile_cont(0.5) within group (order by c.change) as change,
        array_agg(c.change) as changes
    from changed as c
    group by c.series_id, c.period
    having count(*) >= 10
),
spread as (
    select
        m.series_id,
        m.period,
        m.change,
        m.changes,
        (
            select 1.4826 * percentile_cont(0.5) within group (order by abs(x.change - m.change))
            from unnest(m.changes) as x (change)
        ) as deviation
    from middle as m
),
-- Few lists have a value that is far out; only these are read again.
torn as (
    select
        s.series_id,
        s.period,
        s.change,
        s.deviation
    from spread as s
    where s.deviation > 0
        and exists (
            select
            from unnest(s.changes) as x (change)
            where abs(x.change - s.change) > 8 * s.deviation
        )
)
select
    'warning' as severity,
    p.place,
    v.indicator,
    v.level,
    c.period,
    v.source,
    c.line,
    array[
        trim_scale(round(c.value::numeric, 4))::text,
        trim_scale(round(c.value_before::numeric, 4))::text,
        to_char(c.period_before, case v.freq when 'A' then 'YYYY' else 'YYYY-MM' end),
        trim_scale(round(s.change::numeric, 4))::text] as arguments
from torn as s
join changed as c on c.series_id = s.series_id and c.period = s.period
join mart.series as v on v.series_id = c.series_id
join catalog.place as p on p.place_id = c.place_id
left join catalog.edition as e on e.index = v.index and e.geography = v.geography and e.period = c.period
where abs(c.change - s.change) > 8 * s.deviation
    and not mart.is_allowed('jump', v.source, e.edition, v.indicator, p.place, abs(c.change - s.change))
order by indicator, level, period, source, place, line;
