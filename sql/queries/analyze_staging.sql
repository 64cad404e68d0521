-- Tells the planner what a staging table holds.
--   $1 text  its name
select ops.analyze_staging($1);
