-- Indicators in the catalog's order; one row per indicator.
--   $1 text[]  codes; null for all
select
    i.indicator,
    i.parent,
    i.index,
    i.name_vi,
    i.name_en,
    i.unit,
    i.decimals,
    i.min,
    i.max,
    i.direction,
    i.area,
    i.valid_from::text as valid_from,
    i.valid_to::text as valid_to,
    i.owner,
    i.note
from mart.indicator as i
where $1::text[] is null or i.indicator = any ($1)
order by i.preference;
