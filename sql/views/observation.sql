-- What holds now, as every source tells it; one row per place, series and period.
-- Example:
--   select o.period, o.value, o.rank, o.source from mart.observation as o
--   where o.place = 'lang-son' and o.indicator = 'pci' order by o.period;
create view mart.observation as
select
    v.place,
    v.indicator,
    v.unit,
    v.level,
    v.freq,
    v.geography,
    v.period,
    v.value,
    v.rank,
    v.rank_of,
    v.grp,
    v.flags,
    v.source,
    v.tier,
    v.edition,
    v.published_on,
    v.note,
    v.load_id,
    v.line,
    v.sheet,
    v.cell,
    v.document,
    v.page,
    v.recorded_from
from mart.observation_vintage as v
where v.recorded_to = 'infinity';

comment on view mart.observation is 'what holds now, as every source tells it; source: loads';
comment on column mart.observation.place is 'id of the place';
comment on column mart.observation.indicator is 'code of the indicator';
comment on column mart.observation.unit is 'unit of value';
comment on column mart.observation.level is 'cut by administrative level; empty for none';
comment on column mart.observation.freq is 'A yearly, Q quarterly, M monthly';
comment on column mart.observation.geography is 'set of provinces';
comment on column mart.observation.period is 'first day of the period';
comment on column mart.observation.value is 'the figure in its unit';
comment on column mart.observation.rank is 'published rank, 1 is best';
comment on column mart.observation.rank_of is 'number of places ranked, where printed';
comment on column mart.observation.grp is 'published group or tier';
comment on column mart.observation.flags is 'SDMX OBS_STATUS letters';
comment on column mart.observation.source is 'who says so';
comment on column mart.observation.tier is 'tier of the source, 1 is the publisher';
comment on column mart.observation.edition is 'the edition it belongs to; null where there is none';
comment on column mart.observation.published_on is 'when the world could know';
comment on column mart.observation.note is 'what the compiler noted';
comment on column mart.observation.load_id is 'the load that said so';
comment on column mart.observation.line is 'line of the source file, from 1';
comment on column mart.observation.sheet is 'sheet of the workbook; null in files without sheets';
comment on column mart.observation.cell is 'cell of the value, else of the rank or the group, as C12; null where columns have names';
comment on column mart.observation.document is 'the document that a province names for a result of its own';
comment on column mart.observation.page is 'page of the document, from 1';
comment on column mart.observation.recorded_from is 'when the warehouse learned it';
