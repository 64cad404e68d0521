-- Error: values that are better than one ranked before them in the same list; one row per value. A list
-- is a series in one period.
--   $1 int4[]  series that are looked at, null for all
--   $2 date[]  their periods, one for each
-- arguments: rank, value, the worst value of a better rank
with listed as (
    select
        s.indicator,
        s.level,
        s.source,
        p.place,
        o.period,
        o.rank,
        o.value,
        o.line,
        e.edition,
        case i.direction when 'lower_is_better' then o.value else -o.value end as merit,
        max(case i.direction when 'lower_is_better' then o.value else -o.value end) over (
            partition by o.series_id, o.period
            order by o.rank
            range between unbounded preceding and 1 preceding) as before
    from warehouse.observation as o
    join mart.series as s on s.series_id = o.series_id
    join catalog.indicator as i on i.indicator_id = s.indicator_id and i.direction <> 'not_applicable'
    join catalog.place as p on p.place_id = o.place_id and p.kind in ('province', 'municipality')
    left join catalog.edition as e on e.index = s.index and e.geography = s.geography and e.period = o.period
    where o.rank is not null
        and o.value is not null
        and (
            $1::int4[] is null
            or (o.series_id, o.period) in (
                select u.series_id, u.period
                from unnest($1::int4[], $2::date[]) as u (series_id, period)
            )
        )
)
select
    'error' as severity,
    l.place,
    l.indicator,
    l.level,
    l.period,
    l.source,
    l.line,
    array[
        l.rank::text, trim_scale(round(l.value::numeric, 4))::text,
        trim_scale(round(abs(l.before)::numeric, 4))::text] as arguments
from listed as l
where l.merit < l.before
    and not mart.is_allowed('rank_order', l.source, l.edition, l.indicator, l.place, l.before - l.merit)
order by indicator, level, period, source, place, line;
