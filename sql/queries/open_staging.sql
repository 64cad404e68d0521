-- Creates the staging table of one file; one row: the moment, in microseconds since 2000-01-01 UTC.
--   $1 text     its name
--   $2 date     first day of the year whose partition it may become, in the transaction of the load; null: none
--   $3 boolean  whether nothing but values is staged
--   $4 date     first day of the period that all of them have; null: they say it
select
    (extract(epoch from ops.open_staging($1, $2, $3, $4) - timestamptz '2000-01-01 00:00:00+00') * 1000000)::int8
        as opened;
