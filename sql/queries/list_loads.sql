-- Loads, the last first; one row per load and file.
--   $1 text[]  jobs; null for all
--   $2 int8    how many loads at most
select
    l.load_id,
    l.job,
    l.file,
    to_char(l.started_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD HH24:MI:SS') || '+07' as started_at,
    l.load_status,
    l.status,
    l.rows_read,
    l.rows_loaded,
    l.rows_revised,
    l.rows_unchanged,
    l.rows_withdrawn,
    l.rows_rejected
from mart.load as l
where ($1::text[] is null or l.job = any ($1))
    and l.load_id in (
        select j.load_id
        from mart.load as j
        where $1::text[] is null or j.job = any ($1)
        group by j.load_id
        order by j.load_id desc
        limit $2
    )
order by l.load_id desc, l.file;
