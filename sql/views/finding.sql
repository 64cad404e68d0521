-- What checks found in the files of loads, one row per finding.
-- Example:
--   select f.check_name, f.severity, count(*) from mart.finding as f group by f.check_name, f.severity;
create view mart.finding as
select
    f.load_id,
    l.job,
    s.file,
    f.number,
    f.check_name,
    f.severity,
    f.place,
    f.indicator,
    f.level,
    f.period,
    f.source,
    f.line,
    f.arguments
from ops.finding as f
join ops.load as l on l.load_id = f.load_id
join ops.slot as s on s.slot_id = f.slot_id;

comment on view mart.finding is 'what checks found in loads, at most 1,000 per file and check; source: loads';
comment on column mart.finding.load_id is 'number of the load';
comment on column mart.finding.job is 'name of the job';
comment on column mart.finding.file is 'path as declared';
comment on column mart.finding.number is 'order of the findings of the file';
comment on column mart.finding.check_name is 'name of the check';
comment on column mart.finding.severity is 'warning: it was loaded; error: the file was refused';
comment on column mart.finding.place is 'id of the place; null where a whole list is meant';
comment on column mart.finding.indicator is 'code of the indicator';
comment on column mart.finding.level is 'cut by administrative level; empty for none';
comment on column mart.finding.period is 'first day of the period';
comment on column mart.finding.source is 'who says so';
comment on column mart.finding.line is 'line of the file, from 1';
comment on column mart.finding.arguments is 'what the message names, in its order';
