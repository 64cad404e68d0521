-- Sources with their numbers and tiers, for mapping; one row per source.
select
    s.source_id,
    s.source,
    s.tier
from catalog.source as s;
