-- How high a rank stands among N: (N - rank) / (N - 1), 1 is best, so that lists of different length compare.
--   rank     float8  1 is best
--   rank_of  int4    N
-- Example:
--   select mart.percentile(35, 63);
create function mart.percentile(rank float8, rank_of int4) returns float8
language sql stable as $$
    select (percentile.rank_of - percentile.rank) / nullif(percentile.rank_of - 1, 0)
$$;

comment on function mart.percentile(float8, int4) is 'how high a rank stands among N: (N - rank) / (N - 1), 1 is best';
