-- Geographies with their dates, for mapping; one row per geography.
select
    g.geography,
    g.valid_from::text as valid_from,
    g.valid_to::text as valid_to
from catalog.geography as g
order by g.valid_from;
