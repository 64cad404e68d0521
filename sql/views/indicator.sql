-- Indicators, one row each.
-- Example:
--   select i.indicator, i.name_vi, i.unit, i.decimals from mart.indicator as i where i.index = 'papi';
create view mart.indicator as
select
    i.indicator_id,
    i.indicator,
    parent.indicator as parent,
    i.parent_id,
    i.index,
    i.name_vi,
    i.name_en,
    i.unit,
    i.decimals,
    i.min,
    i.max,
    i.direction,
    i.area,
    i.aggregate,
    i.owner,
    i.valid_from,
    i.valid_to,
    i.preference,
    i.note,
    i.measure
from catalog.indicator as i
left join catalog.indicator as parent on parent.indicator_id = i.parent_id;

comment on view mart.indicator is 'what is measured, one row each; source: etl/catalog/indicators.csv';
comment on column mart.indicator.indicator_id is 'number of the indicator in this database';
comment on column mart.indicator.indicator is 'dotted code';
comment on column mart.indicator.parent is 'code of the indicator that it is a part of';
comment on column mart.indicator.parent_id is 'number of the indicator that it is a part of';
comment on column mart.indicator.index is 'par, sipas, papi, pci or dti; null for what only plans set';
comment on column mart.indicator.name_vi is 'name in Vietnamese';
comment on column mart.indicator.name_en is 'name in English';
comment on column mart.indicator.unit is 'unit of its values; null for a heading';
comment on column mart.indicator.decimals is 'digits after the mark that are usually printed';
comment on column mart.indicator.min is 'least possible value in its unit, the widest of all years';
comment on column mart.indicator.max is 'greatest possible value in its unit, the widest of all years';
comment on column mart.indicator.direction is 'higher_is_better, lower_is_better or not_applicable';
comment on column mart.indicator.area is 'area of reform, for what plans set';
comment on column mart.indicator.aggregate is 'sum: derived as the sum of all parts of the year where nobody prints it';
comment on column mart.indicator.owner is 'who measures it';
comment on column mart.indicator.valid_from is 'first day of the first year measured';
comment on column mart.indicator.valid_to is 'last day of the last year measured; null while it is';
comment on column mart.indicator.preference is 'order of listing';
comment on column mart.indicator.note is 'what a reader should know about it';
comment on column mart.indicator.measure is 'what its values are: level, or themselves an increase or a decrease';
