-- Facts that refer to a place or a series which the catalog does not have; one row per fact. Facts
-- have no foreign keys, this proves the numbers.
select
    'observation' as fact,
    o.place_id,
    o.series_id,
    o.period
from warehouse.observation as o
where not exists (select from catalog.place as p where p.place_id = o.place_id and p.province_id = o.province_id)
    or not exists (select from catalog.series as s where s.series_id = o.series_id)
union all
select
    'observation_past' as fact,
    o.place_id,
    o.series_id,
    o.period
from warehouse.observation_past as o
where not exists (select from catalog.place as p where p.place_id = o.place_id and p.province_id = o.province_id)
    or not exists (select from catalog.series as s where s.series_id = o.series_id)
union all
select
    'plan' as fact,
    l.place_id,
    null as series_id,
    null as period
from warehouse.plan as l
where not exists (select from catalog.place as p where p.place_id = l.place_id and p.province_id = l.province_id)
union all
select
    'target' as fact,
    null as place_id,
    t.indicator_id as series_id,
    null as period
from warehouse.target as t
where t.indicator_id is not null
    and not exists (select from catalog.indicator as i where i.indicator_id = t.indicator_id);
