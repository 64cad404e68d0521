-- Divides by zero unless plans know their texts, lines can be searched, and targets their kinds.
select 1 / (count(*) = 7)::int
from information_schema.columns
where (table_schema, table_name, column_name) in (
    ('warehouse', 'plan', 'text_slot_id'),
    ('warehouse', 'plan', 'lines_sha256'),
    ('warehouse', 'plan_line', 'words'),
    ('warehouse', 'target', 'kind'),
    ('warehouse', 'target', 'decision'),
    ('warehouse', 'target', 'read_value'),
    ('warehouse', 'task', 'ordinal'));
select 1 / (count(*) = 5)::int
from pg_indexes
where schemaname = 'warehouse'
    and indexname in (
        'plan_text_slot_index', 'plan_slot_index', 'plan_line_words_index', 'target_slot_index',
        'task_slot_index');
