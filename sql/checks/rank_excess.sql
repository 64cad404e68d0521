-- Warning: ranks before which more places stand than the rank allows, such as 1, 1, 2; one row per rank.
--   $1 int4[]  series that are looked at, null for all
--   $2 date[]  their periods, one for each
-- arguments: rank, number of places before it
with listed as (
    select
        s.indicator,
        s.level,
        s.source,
        p.place,
        o.period,
        o.rank,
        o.line,
        e.edition,
        rank() over (partition by o.series_id, o.period order by o.rank) - 1 as better
    from warehouse.observation as o
    join mart.series as s on s.series_id = o.series_id
    join catalog.place as p on p.place_id = o.place_id and p.kind in ('province', 'municipality')
    left join catalog.edition as e on e.index = s.index and e.geography = s.geography and e.period = o.period
    where o.rank is not null
        and (
            $1::int4[] is null
            or (o.series_id, o.period) in (
                select u.series_id, u.period
                from unnest($1::int4[], $2::date[]) as u (series_id, period)
            )
        )
)
select
    'warning' as severity,
    l.place,
    l.indicator,
    l.level,
    l.period,
    l.source,
    l.line,
    array[l.rank::text, l.better::text] as arguments
from listed as l
where l.better > l.rank - 1
    and not mart.is_allowed('rank_excess', l.source, l.edition, l.indicator, l.place, null)
order by indicator, level, period, source, place, line;
