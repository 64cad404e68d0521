-- Places: the country, regions, provinces, each by id; one row per place.
--   $1 text[]  ids; null for all
--   $2 date    only places valid on that day; null for all
select
    p.place,
    p.name_vi,
    p.name_en,
    p.kind,
    p.region,
    p.region_2025,
    p.gso_code,
    p.iso_3166_2,
    p.valid_from::text as valid_from,
    p.valid_to::text as valid_to,
    p.predecessors,
    p.successors,
    p.note
from mart.place as p
where ($1::text[] is null or p.place = any ($1))
    and ($2::date is null or $2 >= p.valid_from and ($2 <= p.valid_to or p.valid_to is null))
order by
    case p.kind when 'country' then 1 when 'region' then 2 else 3 end,
    p.place;
