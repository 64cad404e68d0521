-- Stages what a slot holds beside what its file says; one row with the number of rows.
--   $1 text  staging table
--   $2 int4  slot
select ops.stage_held($1, $2) as held;
