-- Whether a figure meets what is wanted, to nine decimals: what is beyond is the noise of doubles. Null where it
-- is not known.
--   value       float8  the figure
--   low         float8  the bound, of between the lower one
--   high        float8  the upper bound of between
--   comparator  text    of the target; > and < leave the bound out
--   wants_more  boolean whether more is wanted, or less
-- Example:
--   select mart.meets(85.2, 85, null, '>=', true);
create function mart.meets(value float8, low float8, high float8, comparator text, wants_more boolean) returns boolean
language sql stable as $$
    select
        case
            when meets.comparator = 'between'
                then round(meets.value::numeric, 9)
                    between round(meets.low::numeric, 9) and round(meets.high::numeric, 9)
            when meets.comparator in ('>', '<') and round(meets.value::numeric, 9) = round(meets.low::numeric, 9)
                then false
            when meets.wants_more then round(meets.value::numeric, 9) >= round(meets.low::numeric, 9)
            else round(meets.value::numeric, 9) <= round(meets.low::numeric, 9)
        end
$$;

comment on function mart.meets(float8, float8, float8, text, boolean) is
    'whether a figure meets a bound: at least, at most, more or less than it, or between two';
