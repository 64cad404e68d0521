-- Error: ranks beyond the number of places that were ranked; one row per rank. N is the one printed
-- beside the rank, else the places that the edition covers.
--   $1 int4[]  series that are looked at, null for all
--   $2 date[]  their periods, one for each
-- arguments: rank, N
select
    'error' as severity,
    p.place,
    s.indicator,
    s.level,
    o.period,
    s.source,
    o.line,
    array[o.rank::text, coalesce(o.rank_of, e.places_covered)::text] as arguments
from warehouse.observation as o
join mart.series as s on s.series_id = o.series_id
join catalog.place as p on p.place_id = o.place_id
left join catalog.edition as e on e.index = s.index and e.geography = s.geography and e.period = o.period
where (
        $1::int4[] is null
        or (o.series_id, o.period) in (
            select u.series_id, u.period
            from unnest($1::int4[], $2::date[]) as u (series_id, period)
        )
    )
    and o.rank > coalesce(o.rank_of, e.places_covered)
order by indicator, level, period, source, place, line;
