-- Creates the staging table of one file.
--   $1 text  its name
select ops.open_staging($1);
