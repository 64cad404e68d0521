-- Error: facts that refer to a place, series or indicator which the catalog does not have; one row per
-- fact. Facts have no foreign keys to the catalog, this proves the numbers.
--   $1 int4[]  series that are looked at, null for all
--   $2 date[]  their periods, one for each
-- arguments: kind of fact, number of its place or plan, number of its series or indicator
select
    'error' as severity,
    p.place,
    s.indicator,
    s.level,
    o.period,
    s.source,
    o.line,
    array['observation', o.place_id::text, o.series_id::text] as arguments
from warehouse.observation as o
left join catalog.place as p on p.place_id = o.place_id and p.province_id = o.province_id
left join mart.series as s on s.series_id = o.series_id
where (p.place_id is null or s.series_id is null)
    and (
        $1::int4[] is null
        or (o.series_id, o.period) in (
            select u.series_id, u.period
            from unnest($1::int4[], $2::date[]) as u (series_id, period)
        )
    )
union all
select
    'error',
    null,
    null,
    null,
    o.period,
    null,
    o.line,
    array['observation_past', o.place_id::text, o.series_id::text]
from warehouse.observation_past as o
where $1::int4[] is null
    and (
        not exists (select from catalog.place as p where p.place_id = o.place_id and p.province_id = o.province_id)
        or not exists (select from catalog.series as s where s.series_id = o.series_id)
    )
union all
select
    'error',
    null,
    null,
    null,
    null,
    null,
    null,
    array['plan', l.place_id::text, '']
from warehouse.plan as l
where $1::int4[] is null
    and not exists (select from catalog.place as p where p.place_id = l.place_id and p.province_id = l.province_id)
union all
select
    'error',
    null,
    null,
    t.level,
    null,
    null,
    t.line,
    array['target', t.plan_id::text, t.indicator_id::text]
from warehouse.target as t
where $1::int4[] is null
    and t.indicator_id is not null
    and not exists (select from catalog.indicator as i where i.indicator_id = t.indicator_id)
order by indicator, level, period, source, place, line;
