-- Creates the staging table of one file; one row: the moment, in microseconds since 2000-01-01 UTC.
--   $1 text     its name
--   $2 boolean  whether it may become a partition, being made in the transaction of the load
select (extract(epoch from ops.open_staging($1, $2) - timestamptz '2000-01-01 00:00:00+00') * 1000000)::int8 as opened;
