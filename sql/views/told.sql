-- What every series says, numbers only, with every vintage; one row per place, series, period and moment.
-- mart.observation_vintage is the same with names.
-- Example:
--   select count(*) from mart.told as t;
create view mart.told as
select
    o.place_id,
    o.series_id,
    o.period,
    o.value,
    o.rank,
    o.rank_of,
    o.grp,
    o.flags,
    o.note,
    o.load_id,
    o.slot_id,
    o.line,
    o.sheet,
    o.cell,
    o.document,
    o.page,
    o.recorded_from,
    'infinity'::timestamptz as recorded_to
from warehouse.observation as o
union all
select
    p.place_id,
    p.series_id,
    p.period,
    p.value,
    p.rank,
    p.rank_of,
    p.grp,
    p.flags,
    p.note,
    p.load_id,
    p.slot_id,
    p.line,
    p.sheet,
    p.cell,
    p.document,
    p.page,
    p.recorded_from,
    p.recorded_to
from warehouse.observation_past as p;

comment on view mart.told is 'what every series says, numbers only, with every vintage; source: loads';
comment on column mart.told.place_id is 'number of the place';
comment on column mart.told.series_id is 'number of the series';
comment on column mart.told.period is 'first day of the period';
comment on column mart.told.value is 'the figure, in the indicator''s unit';
comment on column mart.told.rank is 'published rank, 1 is best';
comment on column mart.told.rank_of is 'number of places ranked, where printed';
comment on column mart.told.grp is 'published group or tier';
comment on column mart.told.flags is 'SDMX OBS_STATUS letters';
comment on column mart.told.note is 'what the compiler noted';
comment on column mart.told.load_id is 'the load that said so';
comment on column mart.told.slot_id is 'the slot that said so';
comment on column mart.told.line is 'line of the source file, from 1';
comment on column mart.told.sheet is 'sheet of the workbook; null in files without sheets';
comment on column mart.told.cell is 'cell of the value, else of the rank or the group, as C12; null where columns have names';
comment on column mart.told.document is 'the document that a province names for a result of its own';
comment on column mart.told.page is 'page of the document, from 1';
comment on column mart.told.recorded_from is 'when the warehouse learned it';
comment on column mart.told.recorded_to is 'when it was superseded or withdrawn; infinity while it holds';
