-- What each load did with each of its files, one row per load and file; a load that died before its
-- first file has one row without a file.
-- Example:
--   select l.load_id, l.job, l.file, l.status from mart.load as l order by l.load_id desc limit 5;
create view mart.load as
select
    l.load_id,
    l.job,
    s.file,
    l.started_at,
    l.finished_at,
    l.status as load_status,
    f.status,
    f.recorded_at,
    f.rows_read,
    f.rows_loaded,
    f.rows_revised,
    f.rows_unchanged,
    f.rows_withdrawn,
    f.rows_rejected,
    encode(b.sha256, 'hex') as sha256,
    b.size,
    f.slot_id,
    f.seconds,
    extract(epoch from l.finished_at - l.started_at)::float8 as load_seconds
from ops.load as l
left join ops.load_file as f on f.load_id = l.load_id
left join ops.slot as s on s.slot_id = f.slot_id
left join ops.source_file as b on b.file_id = f.file_id;

comment on view mart.load is 'what each load did with each of its files; source: loads';
comment on column mart.load.load_id is 'number of the load';
comment on column mart.load.job is 'name of the job';
comment on column mart.load.file is 'path as declared';
comment on column mart.load.started_at is 'when the run began';
comment on column mart.load.finished_at is 'when the run ended';
comment on column mart.load.load_status is 'running, done, refused or failed';
comment on column mart.load.status is 'of the file: committed, skipped, refused, withdrawn or failed';
comment on column mart.load.recorded_at is 'moment from which its facts are known';
comment on column mart.load.rows_read is 'rows or cells read';
comment on column mart.load.rows_loaded is 'new facts';
comment on column mart.load.rows_revised is 'facts that replaced an earlier one';
comment on column mart.load.rows_unchanged is 'facts that were known already';
comment on column mart.load.rows_withdrawn is 'facts that the file no longer holds';
comment on column mart.load.rows_rejected is 'rows or cells refused';
comment on column mart.load.sha256 is 'SHA-256 of the bytes';
comment on column mart.load.size is 'bytes';
comment on column mart.load.slot_id is 'number of the slot';
comment on column mart.load.seconds is 'seconds that the file took; null where it was skipped';
comment on column mart.load.load_seconds is 'seconds that the whole load took; null while it runs or after it died';
