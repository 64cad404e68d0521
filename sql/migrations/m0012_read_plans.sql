-- Makes room for plans that are read from their documents: whose text a plan has, what its lines look
-- like to a search, what kind of statement a target is, and what a person decided about it.
alter table warehouse.plan
    add column text_slot_id int4,
    add column lines_sha256 bytea;
comment on column warehouse.plan.text_slot_id is 'the slot of the document whose text and statements are here; null while there is none';
comment on column warehouse.plan.lines_sha256 is 'SHA-256 of the text that stands in plan_line; null while there is none';
alter table warehouse.plan_past
    add column text_slot_id int4,
    add column lines_sha256 bytea;
comment on column warehouse.plan_past.text_slot_id is 'the slot of the document whose text and statements were here';
comment on column warehouse.plan_past.lines_sha256 is 'SHA-256 of the text that stood in plan_line';
create index plan_text_slot_index on warehouse.plan (text_slot_id);
create index plan_slot_index on warehouse.plan (slot_id);

-- Words parted by the end of a line are found too: each line is searched together with the next one.
-- The program folds them, as it folds what is searched for; the server needs no extension.
-- The words are kept: a line is cut into words once, not by every question that meets it.
alter table warehouse.plan_line add column words tsvector not null default '';
comment on column warehouse.plan_line.words is 'words of the line and of the next one that is not empty, without marks, in lower case: what a search looks in';
create index plan_line_words_index on warehouse.plan_line using gin (words);

create or replace function ops.refresh_statistics() returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    analyze catalog.place, catalog.place_alias, catalog.indicator, catalog.edition, catalog.comparability,
        catalog.series, catalog.source, warehouse.observation, warehouse.plan, warehouse.plan_line,
        warehouse.target, warehouse.task;
end
$$;
comment on function ops.refresh_statistics() is 'analyzes the tables that loads change';

alter table warehouse.target
    add column kind text not null default 'target'
        constraint target_kind_check check (kind in ('target', 'reference', 'deadline')),
    add column decision text
        constraint target_decision_check check (decision in ('accept', 'correct', 'reject')),
    add column read_value float8,
    drop constraint target_value_check,
    add constraint target_value_check check (kind <> 'target' or value is not null or grp is not null),
    add constraint target_origin_decision_check check ((origin = 'decision') = (decision is not null));
comment on column warehouse.target.kind is 'target, reference (somebody else''s figure, or a fact) or deadline';
comment on column warehouse.target.decision is 'what a person decided: accept, correct or reject; null where nobody did';
comment on column warehouse.target.read_value is 'the value as read, in unit, where a person decided; null else';
create index target_slot_index on warehouse.target (slot_id) where recorded_to = 'infinity';

alter table warehouse.task add column ordinal int4 not null default 0;
comment on column warehouse.task.ordinal is 'order in the document, from 1';
create index task_slot_index on warehouse.task (slot_id) where recorded_to = 'infinity';
