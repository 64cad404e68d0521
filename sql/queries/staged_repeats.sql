-- How many staged rows repeat what a confirmed line of the same file said; one row.
--   $1 text  staging table
--   $2 int4  slot
select ops.staged_repeats($1, $2) as repeats;
