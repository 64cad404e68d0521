-- Loads, the last first; one row per load and file.
--   $1 text[]  jobs; null for all
--   $2 int8    how many loads at most
select
    l.load_id,
    l.job,
    coalesce(l.file, '') as file,
    to_char(l.started_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD HH24:MI:SS') || '+07' as started_at,
    l.load_status,
    coalesce(l.status, l.load_status) as status,
    coalesce(l.rows_read, 0) as rows_read,
    coalesce(l.rows_loaded, 0) as rows_loaded,
    coalesce(l.rows_revised, 0) as rows_revised,
    coalesce(l.rows_unchanged, 0) as rows_unchanged,
    coalesce(l.rows_withdrawn, 0) as rows_withdrawn,
    coalesce(l.rows_rejected, 0) as rows_rejected,
    l.seconds,
    to_char(l.finished_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD HH24:MI:SS') || '+07' as finished_at,
    l.load_seconds
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
