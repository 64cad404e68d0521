-- Error: values outside the bounds of their indicator, in their edition where that has its own; one row
-- per value. Loads refuse them line by line; bounds that change later are held against what is here.
--   $1 int4[]  series that are looked at, null for all
--   $2 date[]  their periods, one for each
-- arguments: value, indicator, least and greatest value
select
    'error' as severity,
    p.place,
    s.indicator,
    s.level,
    o.period,
    s.source,
    o.line,
    array[
        o.value::text, s.indicator,
        coalesce(c.min, i.min)::text, coalesce(c.max, i.max)::text] as arguments
from warehouse.observation as o
join mart.series as s on s.series_id = o.series_id
join catalog.indicator as i on i.indicator_id = s.indicator_id
join catalog.place as p on p.place_id = o.place_id
left join catalog.edition as e on e.index = s.index and e.geography = s.geography and e.period = o.period
left join catalog.scale as c on c.edition_id = e.edition_id and c.indicator_id = s.indicator_id
where (
        $1::int4[] is null
        or (o.series_id, o.period) in (
            select u.series_id, u.period
            from unnest($1::int4[], $2::date[]) as u (series_id, period)
        )
    )
    and (o.value < coalesce(c.min, i.min) or o.value > coalesce(c.max, i.max))
order by indicator, level, period, source, place, line;
