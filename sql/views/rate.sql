-- What is gained in a year between two figures: equal steps or, by 'cagr', compound growth as a fraction, of
-- figures above zero; null where no year lies between.
--   one, two     float8  the figures
--   years        int4    from the first to the second
--   pace_method  text    linear or cagr
-- Example:
--   select mart.rate(83, 86.5, 4, 'linear');
create function mart.rate(one float8, two float8, years int4, pace_method text) returns float8
language sql stable as $$
    select
        case
            when rate.years <= 0 then null
            when rate.pace_method <> 'cagr' then (rate.two - rate.one) / rate.years
            when rate.one > 0 and rate.two > 0 then (rate.two / rate.one) ^ (1.0 / rate.years) - 1
        end
$$;

comment on function mart.rate(float8, float8, int4, text) is
    'what is gained in a year between two figures, in equal steps or by compound growth';
