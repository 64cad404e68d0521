-- Lets a slot keep what its file does not say.
--   $1 text  staging table
select ops.keep_unsaid($1);
