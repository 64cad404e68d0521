-- Indicators with their numbers, units and bounds, for mapping; one row per indicator.
select
    i.indicator_id,
    i.indicator,
    i.index,
    i.unit,
    i.min,
    i.max
from catalog.indicator as i;
