-- Knows a dead load by its number as well as by its process: the number of a server process is given
-- again, after a restart of the machine even to the next load of the same job.
create or replace function ops.sweep_staging() returns int4
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    alive int4[];
    swept int4 := 0;
    stale name;
begin
    -- Of each job whose lock is held: its newest load, if that is the holder's.
    select coalesce(array_agg(l.load_id), '{}')
    into alive
    from (
        select distinct on (n.job) n.job, n.load_id, n.backend_pid
        from ops.load as n
        order by n.job, n.load_id desc
    ) as l
    where exists (
        select
        from pg_locks as k
        where k.locktype = 'advisory'
            and k.granted
            and k.database = (select d.oid from pg_database as d where d.datname = current_database())
            and k.classid = 1667785587
            and k.objid = hashtext(l.job)::oid
            and k.pid = l.backend_pid
    );
    for stale in
        select t.tablename
        from pg_tables as t
        where t.schemaname = 'staging'
            and t.tablename ~ '^observation_[0-9]+_[0-9]+$'
            and split_part(t.tablename, '_', 2)::int4 <> all (alive)
    loop
        execute format('drop table if exists staging.%I', stale);
        swept := swept + 1;
    end loop;
    update ops.load as l
    set status = 'failed'
    where l.status = 'running'
        and l.finished_at is null
        and l.load_id <> all (alive);
    return swept;
end
$$;
