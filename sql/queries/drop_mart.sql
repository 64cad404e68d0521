-- Drops the views and functions of mart, so that they can be rebuilt. What depends on them is named by
-- the error and stops the migration; nothing is dropped with it.
do $$
declare
    doomed text;
    remaining int4;
    before int4 := -1;
begin
    loop
        for doomed in
            select format('drop function %s', p.oid::regprocedure)
            from pg_proc as p
            where p.pronamespace = 'mart'::regnamespace
            union all
            select format('drop view %s', c.oid::regclass)
            from pg_class as c
            where c.relnamespace = 'mart'::regnamespace and c.relkind = 'v'
        loop
            begin
                execute doomed;
            exception when dependent_objects_still_exist or undefined_table then
                null;  -- another of our own views reads it; it goes in a later round
            end;
        end loop;
        select
            (select count(*) from pg_class where relnamespace = 'mart'::regnamespace and relkind = 'v')
            + (select count(*) from pg_proc where pronamespace = 'mart'::regnamespace)
        into remaining;
        exit when remaining = 0;
        if remaining = before then
            -- Nothing went in this round: something outside mart depends on what is left.
            select format('drop view %s', c.oid::regclass)
            into doomed
            from pg_class as c
            where c.relnamespace = 'mart'::regnamespace and c.relkind = 'v'
            order by 1
            limit 1;
            execute doomed;
        end if;
        before := remaining;
    end loop;
end
$$;
