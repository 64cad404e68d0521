-- What loads refused, one row per reject.
-- Example:
--   select count(*) from mart.reject as r;
create view mart.reject as
select
    r.load_id,
    l.job,
    s.file,
    r.number,
    r.line,
    r.field,
    r.reason,
    r.arguments
from ops.reject as r
join ops.load as l on l.load_id = r.load_id
join ops.slot as s on s.slot_id = r.slot_id;

comment on view mart.reject is 'what loads refused, at most 1,000 per file and reason; source: loads';
comment on column mart.reject.load_id is 'number of the load';
comment on column mart.reject.job is 'name of the job';
comment on column mart.reject.file is 'path as declared';
comment on column mart.reject.number is 'order in the file';
comment on column mart.reject.line is 'line of the file, from 1';
comment on column mart.reject.field is 'column of the file';
comment on column mart.reject.reason is 'key of the message';
comment on column mart.reject.arguments is 'what the message names, in its order';
