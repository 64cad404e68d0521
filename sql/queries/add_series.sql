-- Makes sure that one series exists; one row with its number. Where another load adds it at the same time,
-- that is waited for, and its row is the one.
--   $1 int4  indicator  $2 text  level  $3 text  freq  $4 text  geography  $5 int4  source
--   $6 text  level of the places
insert into catalog.series (indicator_id, level, freq, geography, source_id, place_level)
values ($1, $2, $3, $4, $5, $6)
on conflict (indicator_id, level, freq, geography, source_id, place_level) do update
set level = excluded.level
returning series_id;
