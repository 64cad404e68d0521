-- Warning: totals that their parts do not add up to, as told by one source; one row per total. Parts are
-- added where the catalog says that the indicator is a sum, and weighted where its edition has weights:
-- weight x part, as shares of the greatest value. All parts must be there. How much may differ is said in
-- the catalog's allowances.
--   $1 int4[]  series that are looked at, null for all
--   $2 date[]  their periods, one for each
-- arguments: total, sum of the parts, number of parts
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
-- Totals and their parts.
composed as materialized (
    select
        i.indicator_id
    from catalog.indicator as i
    left join catalog.indicator as parent on parent.indicator_id = i.parent_id
    where i.aggregate = 'sum' or parent.aggregate = 'sum'
    union
    select
        unnest(array[i.indicator_id, i.parent_id])
    from catalog.scale as c
    join catalog.indicator as i on i.indicator_id = c.indicator_id
    where c.weight is not null
),
-- Indices of which the lists tell a total or a part.
touched as materialized (
    select distinct
        s.source,
        s.index,
        l.period
    from list as l
    join mart.series as s on s.series_id = l.series_id
    join composed as m on m.indicator_id = s.indicator_id
),
-- What their sources tell of them in the same periods.
asked as materialized (
    select distinct
        v.series_id,
        v.indicator_id,
        v.level,
        v.freq,
        v.geography,
        v.source,
        l.period,
        e.edition_id
    from touched as l
    join mart.series as v on v.source = l.source and v.index is not distinct from l.index
    join composed as n on n.indicator_id = v.indicator_id
    left join catalog.edition as e on e.index = v.index and e.geography = v.geography and e.period = l.period
),
told as (
    select
        o.place_id,
        o.period,
        o.value,
        o.line,
        a.indicator_id,
        a.level,
        a.freq,
        a.geography,
        a.source,
        a.edition_id
    from asked as a
    join warehouse.observation as o on o.series_id = a.series_id and o.period = a.period
    where o.value is not null
),
-- What each indicator is made of, per edition and year: its parts, and what each counts.
part as (
    select distinct
        t.edition_id,
        t.period,
        child.indicator_id,
        child.parent_id,
        1::float8 as factor
    from asked as t
    join catalog.indicator as parent on parent.indicator_id = t.indicator_id and parent.aggregate = 'sum'
    join catalog.indicator as child on child.parent_id = parent.indicator_id
    where (child.valid_from is null or child.valid_from < t.period + interval '1 year')
        and (child.valid_to is null or child.valid_to >= t.period)
    union all
    select
        c.edition_id,
        e.period,
        child.indicator_id,
        child.parent_id,
        c.weight * coalesce(whole.max, parent.max) / coalesce(c.max, child.max)
    from catalog.scale as c
    join catalog.edition as e on e.edition_id = c.edition_id
    join catalog.indicator as child on child.indicator_id = c.indicator_id
    join catalog.indicator as parent on parent.indicator_id = child.parent_id
    left join catalog.scale as whole
        on whole.edition_id = c.edition_id and whole.indicator_id = parent.indicator_id
    where c.weight is not null
),
composition as (
    select
        p.edition_id,
        p.period,
        p.parent_id,
        count(*) as parts
    from part as p
    group by p.edition_id, p.period, p.parent_id
),
added as (
    select
        t.place_id,
        t.period,
        t.level,
        t.freq,
        t.geography,
        t.source,
        t.edition_id,
        p.parent_id,
        sum(t.value * p.factor) as value,
        count(*) as parts
    from told as t
    join part as p
        on p.indicator_id = t.indicator_id and p.period = t.period and p.edition_id is not distinct from t.edition_id
    group by t.place_id, t.period, t.level, t.freq, t.geography, t.source, t.edition_id, p.parent_id
)
select
    'warning' as severity,
    q.place,
    i.indicator,
    t.level,
    t.period,
    t.source,
    t.line,
    array[
        trim_scale(round(t.value::numeric, 4))::text, trim_scale(round(a.value::numeric, 4))::text,
        a.parts::text] as arguments
from added as a
join composition as c
    on c.parent_id = a.parent_id and c.period = a.period
    and c.edition_id is not distinct from a.edition_id and c.parts = a.parts
join told as t
    on t.indicator_id = a.parent_id and t.place_id = a.place_id and t.period = a.period and t.level = a.level
    and t.freq = a.freq and t.geography = a.geography and t.source = a.source
join catalog.indicator as i on i.indicator_id = a.parent_id
join catalog.place as q on q.place_id = t.place_id
left join catalog.edition as e on e.edition_id = t.edition_id
where abs(t.value - a.value) > 1e-6  -- workbooks hold numbers of single precision
    and not mart.is_allowed('total_differs', t.source, e.edition, i.indicator, q.place, abs(t.value - a.value))
order by indicator, level, period, source, place, line;
