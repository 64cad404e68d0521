-- The files that a slot has taken in since it was last taken back, the newest first; one row per file.
--   $1 int4  slot
select encode(b.sha256, 'hex') as sha256
from ops.load_file as f
join ops.source_file as b on b.file_id = f.file_id
where f.slot_id = $1
    and f.status = 'committed'
    and f.load_id > coalesce(
        (select max(w.load_id) from ops.load_file as w where w.slot_id = $1 and w.status = 'withdrawn'), 0)
group by b.sha256
order by max(f.load_id) desc;
