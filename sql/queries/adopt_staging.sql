-- Makes a staging table the partition of its year; one row: the moment, null where it must be merged.
--   $1 text  staging table
--   $2 int8  the moment at which it was opened, in microseconds since 2000-01-01 UTC
--   $3 date  first day of the year that it was opened for
select
    ops.adopt_staging(
        $1, timestamptz '2000-01-01 00:00:00+00' + $2 * interval '1 microsecond', $3)::text as recorded_at;
