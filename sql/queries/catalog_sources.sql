-- Sources with their numbers, for mapping; one row per source.
select
    s.source_id,
    s.source
from catalog.source as s;
