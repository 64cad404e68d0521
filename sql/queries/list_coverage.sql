-- How much of each edition is here, by index and year; one row per edition with figures.
select
    c.index,
    c.edition,
    c.geography,
    c.period::text as period,
    c.places_covered,
    c.places_with_value,
    c.places_with_derived_value,
    c.places_with_rank,
    c.places_with_computed_rank,
    c.tiers::int8[] as tiers,
    c.complete,
    c.published_on::text as published_on
from mart.coverage as c
join mart.indicator as i on i.indicator = c.index
order by i.preference, c.period, c.geography desc;
