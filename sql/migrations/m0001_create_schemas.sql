-- Creates the schemas, one per layer, and the registry of migrations.
create schema catalog;
create schema warehouse;
create schema ops;
create schema staging;
create schema mart;

comment on schema catalog is 'what figures are about: places, indicators, sources, editions, series';
comment on schema warehouse is 'facts: observations, plans, targets, tasks';
comment on schema ops is 'how facts came here: files, slots, loads, rejects, migrations';
comment on schema staging is 'unlogged tables of loads that are running; never a source for queries';
comment on schema mart is 'the public interface: views and functions for every client';

create table ops.migration (
    name text constraint migration_name_key primary key,
    sha256 bytea not null constraint migration_sha256_length_check check (length(sha256) = 32),
    applied_at timestamptz not null default clock_timestamp(),
    duration interval not null,
    tool_version text not null
);
comment on table ops.migration is 'the migrations applied to this database, one row each; source: chiso migrate';
comment on column ops.migration.name is 'file name without .sql; their order is the order of the names';
comment on column ops.migration.sha256 is 'SHA-256 of the text that was run; a released migration never changes';
comment on column ops.migration.applied_at is 'when its transaction ran';
comment on column ops.migration.duration is 'how long it took';
comment on column ops.migration.tool_version is 'version of the program that applied it';

create table ops.view_set (
    digest text not null,
    built_at timestamptz not null default clock_timestamp()
);
comment on table ops.view_set is 'which text the views of mart were built from, one row; source: chiso migrate';
comment on column ops.view_set.digest is 'digest of the text of all views and functions';
comment on column ops.view_set.built_at is 'when they were built';
