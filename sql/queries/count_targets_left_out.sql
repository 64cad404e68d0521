-- Targets that progress leaves out, in one row: those without an indicator, where none was asked for, and
-- those of plans without a date of issue, where one is asked for.
--   $1 text[]  places; null for all
--   $2 text[]  indicators; null for all
--   $3 int4    first year; null for all
--   $4 int4    last year; null for all
--   $5 text[]  administrative levels; null for all
--   $6 date    what the warehouse knew at the end of that day; null: now
--   $7 date    what the world could know at the end of that day; null: everything
select
    count(*) filter (
        where $2::text[] is null and v.indicator is null and ($7::date is null or v.issued_on <= $7)
    ) as unlinked,
    count(*) filter (where $7::date is not null and v.issued_on is null and v.indicator is not null) as undated
from mart.target_at($6) as v
where v.repeat_of is null
    and v.kind = 'target'
    and ($1::text[] is null or v.place = any ($1))
    and ($2::text[] is null or v.indicator = any ($2))
    and ($3::int4 is null or v.period_end >= $3)
    and ($4::int4 is null or v.period_start <= $4)
    and ($5::text[] is null or v.level = any ($5));
