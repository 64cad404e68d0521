-- Codes of all indicators in the catalog's order; one row per indicator.
select i.indicator
from mart.indicator as i
order by i.preference;
