-- Lines of a staging table that say again what an earlier line said; one row per line.
--   $1 text  staging table
select
    d.line,
    d.first_line
from ops.staged_duplicates($1) as d;
