-- What a load refused, in the order of the files; one row per reject.
--   $1 int8  load; null for the last load that refused something
select
    r.load_id,
    r.job,
    r.file,
    r.line,
    r.field,
    r.reason,
    r.arguments,
    l.rows_rejected
from mart.reject as r
join mart.load as l on l.load_id = r.load_id and l.file = r.file
where r.load_id = coalesce($1, (select max(j.load_id) from mart.reject as j))
order by r.file, r.number;
