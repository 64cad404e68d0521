-- Editions by index and year; one row per edition.
--   $1 text[]  indices; null for all
--   $2 int4    first year; null for all
--   $3 int4    last year; null for all
select
    e.edition,
    e.index,
    e.geography,
    e.period::text as period,
    e.published_on::text as published_on,
    e.places_covered,
    e.complete,
    e.comparable,
    e.reason,
    e.method,
    e.verification,
    e.note
from mart.edition as e
left join mart.indicator as i on i.indicator = e.index
where ($1::text[] is null or e.index = any ($1))
    and ($2::int4 is null or e.period >= make_date($2, 1, 1))
    and ($3::int4 is null or e.period < make_date($3 + 1, 1, 1))
order by i.preference, e.period, e.geography desc;
