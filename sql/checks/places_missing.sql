-- Error: lists that lack places which their edition covers; one row per list. A list is a series in one
-- period; only those of the publisher (tier 1) in editions declared complete have to be whole: what
-- others print of an index are extracts.
--   $1 int4[]  series that are looked at, null for all
--   $2 date[]  their periods, one for each
-- arguments: number of places in the list, number that the edition covers, ids of the first five that the
-- list lacks; where an edition leaves places out itself, these are among them
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
whole as materialized (
    select
        l.series_id,
        l.period,
        s.indicator,
        s.level,
        s.source,
        e.edition,
        e.places_covered,
        e.reference_date
    from list as l
    join mart.series as s on s.series_id = l.series_id and s.tier = 1 and s.place_level = 'province'
    join catalog.edition as e
        on e.index = s.index and e.geography = s.geography and e.period = l.period and e.complete
),
listed as (
    select
        w.indicator,
        w.level,
        w.source,
        w.period,
        w.edition,
        w.places_covered,
        w.reference_date,
        count(*) as said,
        array_agg(o.place_id) as places
    from whole as w
    join warehouse.observation as o on o.series_id = w.series_id and o.period = w.period
    join catalog.place as p on p.place_id = o.place_id and p.kind in ('province', 'municipality')
    group by
        w.series_id, w.indicator, w.level, w.source, w.period, w.edition, w.places_covered, w.reference_date
)
select
    'error' as severity,
    null as place,
    l.indicator,
    l.level,
    l.period,
    l.source,
    null::int4 as line,
    array[
        l.said::text,
        l.places_covered::text,
        (
            select string_agg(m.place, ', ' order by m.place)
            from (
                select p.place
                from catalog.place as p
                where p.kind in ('province', 'municipality')
                    and l.reference_date between p.valid_from and p.valid_to
                    and p.place_id <> all (l.places)
                order by p.place
                limit 5
            ) as m
        )
    ] as arguments
from listed as l
where l.said < l.places_covered
    and l.said + (
        select count(*)
        from catalog.place as p
        where p.kind in ('province', 'municipality')
            and l.reference_date between p.valid_from and p.valid_to
            and p.place_id <> all (l.places)
            and mart.is_allowed('places_missing', l.source, l.edition, l.indicator, p.place, null)
    ) < l.places_covered
    and not mart.is_allowed(
        'places_missing', l.source, l.edition, l.indicator, null, l.places_covered - l.said)
order by indicator, level, period, source, place, line;
