-- Whether the catalog lets pass what a check found.
--   check_name  text    the check
--   source      text    who says so; null where no one source does
--   edition     text    the edition; null where there is none
--   indicator   text    the indicator
--   place       text    the place; null where a whole list is meant
--   difference  float8  how far off it is, in the indicator's unit; null where that is no number
-- Example:
--   select mart.is_allowed('total_differs', null, 'pci-2019', 'pci', 'lang-son', 0.01);
create function mart.is_allowed(
    check_name text,
    source text,
    edition text,
    indicator text,
    place text,
    difference float8
) returns boolean
language sql stable as $$
    select exists (
        select
        from mart.allowance as a
        where a.check_name = is_allowed.check_name
            and (a.source is null or a.source = is_allowed.source)
            and (a.edition is null or a.edition = is_allowed.edition)
            and (a.indicator is null or a.indicator = is_allowed.indicator)
            and (a.place is null or a.place = is_allowed.place)
            -- Binary fractions: what is printed as one hundredth off may be a little more.
            and (a.tolerance is null or is_allowed.difference <= a.tolerance + 1e-9)
    )
$$;

comment on function mart.is_allowed(text, text, text, text, text, float8) is
    'whether the catalog lets pass what a check found';
