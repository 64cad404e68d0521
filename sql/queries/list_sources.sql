-- Sources, the preferred first; one row per source.
--   $1 text[]  ids; null for all
select
    s.source,
    s.publisher,
    s.title,
    s.tier,
    s.url,
    s.read_on::text as read_on,
    s.note,
    s.licence
from mart.source as s
where $1::text[] is null or s.source = any ($1)
order by s.tier, s.preference;
