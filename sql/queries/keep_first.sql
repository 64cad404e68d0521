-- Leaves of the rows of a staging table that say the same figure the one that was staged first; one row
-- with how many are left.
--   $1 text  staging table
select ops.keep_first($1) as remaining;
