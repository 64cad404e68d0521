-- Makes sure that one series exists; one row with its number.
--   $1 int4  indicator  $2 text  level  $3 text  freq  $4 text  geography  $5 int4  source
--   $6 text  level of the places
with added as (
    insert into catalog.series (indicator_id, level, freq, geography, source_id, place_level)
    values ($1, $2, $3, $4, $5, $6)
    on conflict (indicator_id, level, freq, geography, source_id, place_level) do nothing
    returning series_id
)
select a.series_id
from added as a
union all
select s.series_id
from catalog.series as s
where s.indicator_id = $1
    and s.level = $2
    and s.freq = $3
    and s.geography = $4
    and s.source_id = $5
    and s.place_level = $6;
