-- Makes catalog.indicator say what indicators.csv says; parents are set by merge_indicator_parents.
--   $1 jsonb  array of rows
insert into catalog.indicator (
    indicator, index, name_vi, name_en, unit, decimals, min, max, direction, area, aggregate, owner,
    valid_from, valid_to, preference, note, source, measure)
select
    x.indicator, x.index, x.name_vi, x.name_en, x.unit, coalesce(x.decimals, 0), x.min, x.max, x.direction, x.area,
    x.aggregate, x.owner, x.valid_from, x.valid_to, x.preference, x.note, x.source,
    coalesce(x.measure, 'level')
from jsonb_to_recordset($1) as x (
    indicator text, index text, name_vi text, name_en text, unit text, decimals int2, min float8, max float8,
    direction text, area text, aggregate text, owner text, valid_from date, valid_to date, preference int4,
    note text, source text, measure text)
on conflict (indicator) do update
set index = excluded.index,
    name_vi = excluded.name_vi,
    name_en = excluded.name_en,
    unit = excluded.unit,
    decimals = excluded.decimals,
    min = excluded.min,
    max = excluded.max,
    direction = excluded.direction,
    area = excluded.area,
    aggregate = excluded.aggregate,
    owner = excluded.owner,
    valid_from = excluded.valid_from,
    valid_to = excluded.valid_to,
    preference = excluded.preference,
    note = excluded.note,
    source = excluded.source,
    measure = excluded.measure;
