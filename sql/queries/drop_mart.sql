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
            -- Nothing went in this round: something outside mart depends on what is left. The error of
            -- an object that no other of ours reads names it.
            for doomed in
                with ours as (
                    select
                        c.oid,
                        format('drop view %s', c.oid::regclass) as command
                    from pg_class as c
                    where c.relnamespace = 'mart'::regnamespace and c.relkind = 'v'
                    union all
                    select
                        p.oid,
                        format('drop function %s', p.oid::regprocedure) as command
                    from pg_proc as p
                    where p.pronamespace = 'mart'::regnamespace
                )
                select o.command
                from ours as o
                where not exists (
                    select
                    from pg_depend as d
                    join pg_rewrite as w on w.oid = d.objid
                    join ours as reader on reader.oid = w.ev_class
                    where d.classid = 'pg_rewrite'::regclass
                        and d.refobjid = o.oid
                        and reader.oid <> o.oid
                )
                order by o.command
            loop
                execute doomed;
            end loop;
        end if;
        before := remaining;
    end loop;
end
$$;
