-- All series; one row each.
select
    s.series_id,
    s.indicator_id,
    s.level,
    s.freq,
    s.geography,
    s.source_id,
    s.place_level
from catalog.series as s;
