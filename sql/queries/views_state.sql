-- Which text the views and functions of mart were built from, and how many of them stand; one row.
select
    (select max(v.digest) from ops.view_set as v) as digest,
    (
        select count(*)
        from pg_class as c
        where c.relnamespace = 'mart'::regnamespace and c.relkind = 'v'
    ) + (
        select count(*)
        from pg_proc as p
        where p.pronamespace = 'mart'::regnamespace
    ) as objects;
