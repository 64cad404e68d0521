-- Sets the edition before each edition: of the same index a year earlier, of the same geography where
-- there is one, else of the geography that came before.
update catalog.edition as e
set previous_id = (
    select b.edition_id
    from catalog.edition as b
    join catalog.geography as g on g.geography = b.geography
    where b.index = e.index and b.period = (e.period - interval '1 year')::date
    order by (b.geography = e.geography) desc, g.valid_from desc
    limit 1
);
