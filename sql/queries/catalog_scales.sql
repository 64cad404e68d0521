-- Bounds that an edition has of its own, for mapping; one row per edition and indicator.
select
    s.edition_id,
    s.indicator_id,
    s.min,
    s.max
from catalog.scale as s
where s.min is not null or s.max is not null;
