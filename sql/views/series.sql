-- Series, one row each, with the order in which sources are preferred.
-- Example:
--   select s.series_id, s.geography, s.source from mart.series as s where s.indicator = 'pci';
create view mart.series as
select
    s.series_id,
    s.indicator_id,
    i.indicator,
    i.index,
    i.unit,
    s.level,
    s.freq,
    s.geography,
    s.place_level,
    c.source,
    c.tier,
    c.preference,
    c.tier * 1000000 + c.preference as choice
from catalog.series as s
join catalog.indicator as i on i.indicator_id = s.indicator_id
join catalog.source as c on c.source_id = s.source_id;

comment on view mart.series is 'one indicator of places of one level, cut by one level, with one frequency, for one geography, as told by one source; source: loads';
comment on column mart.series.series_id is 'number of the series in this database';
comment on column mart.series.indicator_id is 'number of the indicator';
comment on column mart.series.indicator is 'code of the indicator';
comment on column mart.series.index is 'par, sipas, papi, pci or dti; null for what only plans set';
comment on column mart.series.unit is 'unit of its values';
comment on column mart.series.level is 'cut by administrative level; empty for none';
comment on column mart.series.freq is 'A yearly, Q quarterly, M monthly';
comment on column mart.series.geography is 'set of provinces';
comment on column mart.series.place_level is 'level of the places that it is about: province (regions and the country, too), district or commune';
comment on column mart.series.source is 'who says so';
comment on column mart.series.tier is 'tier of the source, 1 is the publisher';
comment on column mart.series.preference is 'order of the source within its tier';
comment on column mart.series.choice is 'one number that orders sources, the least is preferred: tier, then the catalog''s order';
