-- Lines of a staging table that another file already says; one row per line.
--   $1 text  staging table
--   $2 int4  slot
select
    c.line,
    c.job,
    c.file
from ops.staged_conflicts($1, $2) as c;
