-- Places with their numbers, for mapping; one row per place.
select
    p.place_id,
    p.province_id,
    p.place,
    p.place_level
from catalog.place as p;
