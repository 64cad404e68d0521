-- Whether the registry of migrations and the role of the owner exist, and whether the reader has its
-- rights here; one row.
select
    to_regclass('ops.migration') is not null as has_registry,
    exists (
        select
        from pg_roles as r
        where r.rolname = 'chiso_owner' and pg_has_role(current_user, r.rolname, 'member')
    ) as has_owner,
    exists (
        select
        from pg_roles as r
        where r.rolname = 'chiso_reader'
            and has_schema_privilege(r.oid, to_regnamespace('catalog')::oid, 'usage')
    ) as has_rights;
