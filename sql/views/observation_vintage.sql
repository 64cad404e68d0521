-- Every observation as every source told it, with every vintage; one row per place, series, period and
-- moment. What holds now has recorded_to = infinity.
-- Example:
--   select o.value, o.recorded_from, o.recorded_to from mart.observation_vintage as o
--   where o.place = 'lang-son' and o.indicator = 'pci' and o.period = '2019-01-01';
create view mart.observation_vintage as
select
    o.place_id,
    p.place,
    s.indicator_id,
    s.indicator,
    s.unit,
    s.level,
    s.freq,
    s.geography,
    o.period,
    o.value,
    o.rank,
    o.rank_of,
    o.grp,
    o.flags,
    s.source,
    s.tier,
    s.preference,
    e.edition_id,
    e.edition,
    e.published_on,
    o.note,
    o.load_id,
    o.slot_id,
    o.line,
    o.sheet,
    o.cell,
    o.document,
    o.page,
    o.recorded_from,
    o.recorded_to
from mart.told as o
join mart.series as s on s.series_id = o.series_id
join catalog.place as p on p.place_id = o.place_id
left join catalog.edition as e
    on e.index = s.index and e.geography = s.geography and e.period = o.period and s.freq = 'A'
    and o.document is null;  -- what a province reports of itself belongs to no edition

comment on view mart.observation_vintage is 'every observation of every source with every vintage; source: loads';
comment on column mart.observation_vintage.place_id is 'number of the place';
comment on column mart.observation_vintage.place is 'id of the place';
comment on column mart.observation_vintage.indicator_id is 'number of the indicator';
comment on column mart.observation_vintage.indicator is 'code of the indicator';
comment on column mart.observation_vintage.unit is 'unit of value';
comment on column mart.observation_vintage.level is 'cut by administrative level; empty for none';
comment on column mart.observation_vintage.freq is 'A yearly, Q quarterly, M monthly';
comment on column mart.observation_vintage.geography is 'set of provinces';
comment on column mart.observation_vintage.period is 'first day of the period';
comment on column mart.observation_vintage.value is 'the figure in its unit';
comment on column mart.observation_vintage.rank is 'published rank, 1 is best';
comment on column mart.observation_vintage.rank_of is 'number of places ranked, where printed';
comment on column mart.observation_vintage.grp is 'published group or tier';
comment on column mart.observation_vintage.flags is 'SDMX OBS_STATUS letters';
comment on column mart.observation_vintage.source is 'who says so';
comment on column mart.observation_vintage.tier is 'tier of the source, 1 is the publisher';
comment on column mart.observation_vintage.preference is 'order of the source within its tier';
comment on column mart.observation_vintage.edition_id is 'number of the edition';
comment on column mart.observation_vintage.edition is 'the edition it belongs to; null where there is none';
comment on column mart.observation_vintage.published_on is 'when the world could know';
comment on column mart.observation_vintage.note is 'what the compiler noted';
comment on column mart.observation_vintage.load_id is 'the load that said so';
comment on column mart.observation_vintage.slot_id is 'the slot that said so';
comment on column mart.observation_vintage.line is 'line of the source file, from 1';
comment on column mart.observation_vintage.sheet is 'sheet of the workbook; null in files without sheets';
comment on column mart.observation_vintage.cell is 'cell of the value, else of the rank or the group, as C12; null where columns have names';
comment on column mart.observation_vintage.document is 'the document that a province names for a result of its own';
comment on column mart.observation_vintage.page is 'page of the document, from 1';
comment on column mart.observation_vintage.recorded_from is 'when the warehouse learned it';
comment on column mart.observation_vintage.recorded_to is 'when it was superseded or withdrawn; infinity while it holds';
