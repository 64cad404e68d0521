-- Writes that a load skipped slots whose file, declaration and reader are those of their last commit,
-- or whose file was taken back by hand and is still the same.
--   $1 int4    load
--   $2 int4[]  slots
insert into ops.load_file (load_id, slot_id, file_id, declaration_sha256, reader_version, status, rows_read)
select
    $1,
    f.slot_id,
    f.file_id,
    f.declaration_sha256,
    f.reader_version,
    'skipped',
    0
from (
    select distinct on (l.slot_id) l.*
    from ops.load_file as l
    where l.slot_id = any ($2) and l.status in ('committed', 'withdrawn')
    order by l.slot_id, l.load_id desc
) as f;
