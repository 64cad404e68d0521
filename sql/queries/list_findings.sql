-- What checks found in the files of one load, in the order of the files; one row per finding.
--   $1 int8    load
--   $2 text[]  names of checks
select
    f.check_name,
    f.severity,
    f.place,
    f.indicator,
    f.level,
    f.period,
    f.source,
    f.line,
    f.arguments
from mart.finding as f
where f.load_id = $1 and f.check_name = any ($2)
order by f.file, f.number;
