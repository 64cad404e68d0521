-- The moment at which a day ends in Việt Nam; what was known or published by a day came before it.
--   day  date
-- Example:
--   select mart.end_of_day('2024-12-31');
create function mart.end_of_day(day date) returns timestamptz
language sql stable as $$
    select (end_of_day.day + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'
$$;

comment on function mart.end_of_day(date) is 'the moment at which a day ends in Việt Nam';
