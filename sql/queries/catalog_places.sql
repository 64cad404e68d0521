-- Places with their numbers, for mapping, and their days, from 2000-01-01; one row per place.
select
    p.place_id,
    p.province_id,
    p.place,
    p.place_level,
    p.valid_from - date '2000-01-01' as first_day,
    nullif(p.valid_to, 'infinity') - date '2000-01-01' as last_day
from catalog.place as p;
