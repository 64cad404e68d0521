-- Editions, for mapping; one row per edition.
select
    e.edition_id,
    e.edition,
    e.index,
    e.geography,
    extract(year from e.period)::int4 as year,
    e.reference_date::text as reference_date,
    e.places_covered
from catalog.edition as e;
