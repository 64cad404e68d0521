-- Creates the three roles of the warehouse where they are missing and lets the migrating user act as
-- the owner. Roles belong to the whole server, so this runs before every migration and changes
-- nothing the second time. Needs CREATEROLE; `chiso migrate --no-roles` leaves it out.
do $$
declare
    wanted name;
begin
    foreach wanted in array array['chiso_owner', 'chiso_loader', 'chiso_reader']::name[] loop
        if not exists (select from pg_roles where rolname = wanted) then
            begin
                execute format('create role %I nologin', wanted);
            exception when duplicate_object or unique_violation then
                null;  -- another migration of this server was faster
            end;
        end if;
        if not pg_has_role(current_user, wanted, 'member') then
            execute format('grant %I to %I', wanted, current_user);
        end if;
    end loop;
    execute format('grant create on database %I to chiso_owner', current_database());
end
$$;
