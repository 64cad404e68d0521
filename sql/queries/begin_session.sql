-- Makes the session what a command may be: acts as one role for good and all, read only and with
-- bounded time where it only asks. Roles belong to the whole server: one without rights in this
-- database, which was migrated without roles, is not taken. One row: the last migration of this
-- database and their number.
--   $1 text     role, chiso_reader or chiso_loader
--   $2 boolean  read only
--   $3 text     longest time of a statement, such as 60s; 0 for none
select
    v.name,
    v.migrations,
    v.views,
    set_config('statement_timeout', $3, false),
    set_config('default_transaction_read_only', case when $2 then 'on' else 'off' end, false),
    set_config('timezone', 'UTC', false),
    (
        select set_config('role', r.rolname, false)
        from pg_roles as r
        where r.rolname = $1
            and pg_has_role(current_user, r.rolname, 'member')
            and has_schema_privilege(r.oid, 'mart', 'usage')
    ) as role
from mart.schema_version as v;
