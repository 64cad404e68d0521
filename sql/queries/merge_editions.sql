-- Makes catalog.edition say what editions.csv says. The reference date is the end of the period, kept
-- within the dates of the geography.
--   $1 jsonb  array of rows
with told as (
    select
        x.*,
        greatest(
            g.valid_from,
            least(g.valid_to, (x.period + interval '1 year' - interval '1 day')::date)
        ) as reference_date
    from jsonb_to_recordset($1) as x (
        edition text, index text, geography text, period date, published_on date, places_covered int4,
        complete boolean, method text, verification text, note text, source text)
    join catalog.geography as g on g.geography = x.geography
),
gone as (
    delete from catalog.edition as e
    where not exists (select from told as t where t.edition = e.edition)
)
insert into catalog.edition (
    edition, index, geography, period, reference_date, published_on, places_covered, complete, method,
    verification, note, source)
select
    t.edition, t.index, t.geography, t.period, t.reference_date, t.published_on, t.places_covered, t.complete,
    t.method, t.verification, t.note, t.source
from told as t
on conflict (edition) do update
set index = excluded.index,
    geography = excluded.geography,
    period = excluded.period,
    reference_date = excluded.reference_date,
    published_on = excluded.published_on,
    places_covered = excluded.places_covered,
    complete = excluded.complete,
    method = excluded.method,
    verification = excluded.verification,
    note = excluded.note,
    source = excluded.source;
