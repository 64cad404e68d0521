-- Drops the staging table of one file.
--   $1 text  its name
select ops.close_staging($1);
