-- Makes the session what a command may be: acts as one role for good and all, read only and with
-- bounded time where it only asks. Roles belong to the whole server: one without rights in this
-- database, which was migrated without roles, is not taken. A client that is no more is noticed within
-- two minutes, also where the network was cut, so that the locks of its load do not last for hours. One row:
-- the last migration of this database and their number.
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
    set_config('tcp_keepalives_idle', '60', false),
    set_config('tcp_keepalives_interval', '10', false),
    set_config('tcp_keepalives_count', '6', false),
    set_config('tcp_user_timeout', '120s', false),
    -- Only Windows cannot look for a client while it works.
    case
        when version() !~* 'windows|mingw|visual c'
            then set_config('client_connection_check_interval', '5s', false)
    end as client_check,
    case
        -- Looked up by name: the view pg_roles would cost every question half a millisecond.
        when to_regrole($1) is not null
            and pg_has_role(current_user, to_regrole($1), 'member')
            and has_schema_privilege(to_regrole($1), 'mart', 'usage')
            then set_config('role', $1, false)
    end as role
from mart.schema_version as v;
