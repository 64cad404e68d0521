-- The slots of a job with the last load that committed or withdrew them; one row per slot.
--   $1 text  job
select
    s.slot_id,
    s.file,
    encode(b.sha256, 'hex') as sha256,
    b.size,
    encode(f.declaration_sha256, 'hex') as declaration_sha256,
    f.reader_version,
    f.status
from ops.slot as s
left join lateral (
    select l.*
    from ops.load_file as l
    where l.slot_id = s.slot_id and l.status in ('committed', 'withdrawn')
    order by l.load_id desc
    limit 1
) as f on true
left join ops.source_file as b on b.file_id = f.file_id
where s.job = $1
order by s.file;
