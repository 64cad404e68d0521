-- Creates the facts. Every fact table has province_id in its primary key, so that the warehouse can be
-- spread by province; observations have no foreign keys (the mapping gave the numbers, a check proves
-- them), the plan side has foreign keys that carry province_id.
create table warehouse.observation (
    value float8,
    province_id int4 not null,
    place_id int4 not null,
    series_id int4 not null,
    period date not null,
    recorded_from timestamptz not null,
    rank int4 constraint observation_rank_check check (rank > 0),
    rank_of int4 constraint observation_rank_of_check check (rank_of >= rank),
    load_id int4 not null,
    slot_id int4 not null,
    line int4,
    flags text not null default 'A' constraint observation_flags_check check (flags ~ '^[ABEPM]{1,5}$'),
    grp text,
    note text,
    constraint observation_pkey primary key (province_id, place_id, series_id, period),
    constraint observation_something_check
        check (value is not null or rank is not null or grp is not null or flags like '%M%')
) partition by range (period);
create index observation_series_index on warehouse.observation (series_id, period);
create index observation_slot_index on warehouse.observation (slot_id);
comment on table warehouse.observation is 'what holds now: value, rank or group of a place in a series for a period; source: loads';
comment on column warehouse.observation.value is 'the figure, in the indicator''s unit';
comment on column warehouse.observation.province_id is 'the province of the place';
comment on column warehouse.observation.place_id is 'the place';
comment on column warehouse.observation.series_id is 'the series';
comment on column warehouse.observation.period is 'first day of the period';
comment on column warehouse.observation.recorded_from is 'when the warehouse learned it';
comment on column warehouse.observation.rank is 'published rank, 1 is best';
comment on column warehouse.observation.rank_of is 'number of places ranked, where it was printed';
comment on column warehouse.observation.load_id is 'the load that said so';
comment on column warehouse.observation.slot_id is 'the slot that said so';
comment on column warehouse.observation.line is 'line of the source file, from 1';
comment on column warehouse.observation.flags is 'set of SDMX OBS_STATUS letters: A normal, B break, E estimated, P provisional, M missing';
comment on column warehouse.observation.grp is 'published group or tier';
comment on column warehouse.observation.note is 'what the compiler noted about this figure';

create table warehouse.observation_past (
    like warehouse.observation including comments,
    recorded_to timestamptz not null constraint observation_past_recorded_to_check check (recorded_to < 'infinity'),
    constraint observation_past_pkey primary key (province_id, place_id, series_id, period, recorded_from)
) partition by range (period);
comment on table warehouse.observation_past is 'what held before: superseded and withdrawn observations; source: loads';
comment on column warehouse.observation_past.recorded_to is 'when it was superseded or withdrawn';

create table warehouse.plan (
    province_id int4 not null,
    plan_id int4 generated always as identity,
    plan text not null,
    place_id int4 not null,
    kind text,
    number text,
    title text,
    issuer text,
    issued_on date,
    period_start int4,
    period_end int4,
    source_id int4,
    text_sha256 bytea,
    note text,
    load_id int4 not null,
    slot_id int4 not null,
    recorded_from timestamptz not null,
    recorded_to timestamptz not null default 'infinity',
    constraint plan_pkey primary key (province_id, plan_id),
    constraint plan_plan_key unique (province_id, plan),
    constraint plan_period_check check (period_start <= period_end)
);
comment on table warehouse.plan is 'documents in which a place sets targets and orders tasks; source: etl/targets/plans.csv and plan documents';
comment on column warehouse.plan.province_id is 'the province of the place';
comment on column warehouse.plan.plan_id is 'number of the plan';
comment on column warehouse.plan.plan is 'stable name, such as lang-son-2023';
comment on column warehouse.plan.place_id is 'the place that issued it';
comment on column warehouse.plan.kind is 'KH kế hoạch, QĐ quyết định and others; null when unknown';
comment on column warehouse.plan.number is 'number as printed; null when unknown';
comment on column warehouse.plan.title is 'title in short';
comment on column warehouse.plan.issuer is 'who signed it';
comment on column warehouse.plan.issued_on is 'date of issue; null when unknown';
comment on column warehouse.plan.period_start is 'first year';
comment on column warehouse.plan.period_end is 'last year';
comment on column warehouse.plan.source_id is 'catalog entry of the document';
comment on column warehouse.plan.text_sha256 is 'SHA-256 of the text whose lines targets name';
comment on column warehouse.plan.note is 'where its head was found';
comment on column warehouse.plan.load_id is 'the load that said so';
comment on column warehouse.plan.slot_id is 'the slot that said so';
comment on column warehouse.plan.recorded_from is 'when the warehouse learned this head';
comment on column warehouse.plan.recorded_to is 'when it was superseded or withdrawn; infinity while it holds';

create table warehouse.plan_past (
    like warehouse.plan including comments,
    constraint plan_past_pkey primary key (province_id, plan_id, recorded_from)
);
comment on table warehouse.plan_past is 'heads of plans that were corrected or withdrawn; source: loads';

create table warehouse.plan_line (
    province_id int4 not null,
    plan_id int4 not null,
    line int4 not null constraint plan_line_line_check check (line > 0),
    text text not null,
    constraint plan_line_pkey primary key (province_id, plan_id, line),
    constraint plan_line_plan_fkey foreign key (province_id, plan_id) references warehouse.plan
);
comment on table warehouse.plan_line is 'the text of a plan that was read, by line; source: plan documents';
comment on column warehouse.plan_line.province_id is 'the province of the plan';
comment on column warehouse.plan_line.plan_id is 'the plan';
comment on column warehouse.plan_line.line is 'line of the text, from 1';
comment on column warehouse.plan_line.text is 'the line as read';

create table warehouse.target (
    province_id int4 not null,
    plan_id int4 not null,
    target_key text not null,
    recorded_from timestamptz not null,
    recorded_to timestamptz not null default 'infinity',
    origin text not null constraint target_origin_check check (origin in ('decision', 'carried', 'read')),
    ordinal int4 not null,
    section text,
    line_from int4,
    line_to int4,
    area text not null constraint target_area_check check (area in (
        'steering', 'institutions', 'procedures', 'organisation', 'civil_service', 'finance', 'digital', 'index')),
    indicator_id int4,
    subject text not null,
    level text not null constraint target_level_check check (level in ('', 'province', 'district', 'commune', 'all')),
    scope text not null,
    comparator text constraint target_comparator_check check (comparator in ('>=', '>', '=', '<=', '<', 'between')),
    value float8,
    value_high float8,
    unit text constraint target_unit_check check (unit in (
        'percent', 'points', 'ratio', 'rank', 'count', 'people', 'days', 'gbps', 'boolean')),
    measure text not null constraint target_measure_check check (measure in ('level', 'increase', 'decrease')),
    baseline_year int4,
    period_start int4,
    period_end int4,
    grp text,
    repeat_of text,
    quote text,
    confidence float8,
    note text,
    load_id int4 not null,
    slot_id int4 not null,
    line int4,
    constraint target_pkey primary key (province_id, plan_id, target_key, recorded_from),
    constraint target_plan_fkey foreign key (province_id, plan_id) references warehouse.plan,
    constraint target_value_check check (value is not null or grp is not null),
    constraint target_between_check check ((comparator = 'between') = (value_high is not null)),
    constraint target_recorded_check check (recorded_from < recorded_to)
);
create index target_indicator_index on warehouse.target (indicator_id);
comment on table warehouse.target is 'what plans want reached, with every vintage; source: etl/targets and plan documents';
comment on column warehouse.target.province_id is 'the province of the plan';
comment on column warehouse.target.plan_id is 'the plan';
comment on column warehouse.target.target_key is 'what stays the same when it is read again: for carried targets text, line and order';
comment on column warehouse.target.recorded_from is 'when the warehouse learned it';
comment on column warehouse.target.recorded_to is 'when it was superseded or withdrawn; infinity while it holds';
comment on column warehouse.target.origin is 'decision of a person, carried in etl/targets, or read by the reader';
comment on column warehouse.target.ordinal is 'order in the document';
comment on column warehouse.target.section is 'section of the document';
comment on column warehouse.target.line_from is 'first line of the text that says so, from 1';
comment on column warehouse.target.line_to is 'last line of the text that says so';
comment on column warehouse.target.area is 'area of reform';
comment on column warehouse.target.indicator_id is 'what is measured; null while it is not linked';
comment on column warehouse.target.subject is 'what is measured, in words';
comment on column warehouse.target.level is 'administrative level it is set for; empty for none';
comment on column warehouse.target.scope is 'what it is limited to; begins with "repeat" for a repeat';
comment on column warehouse.target.comparator is '>=, >, =, <=, < or between';
comment on column warehouse.target.value is 'the wanted figure, in unit';
comment on column warehouse.target.value_high is 'the upper bound of between, in unit';
comment on column warehouse.target.unit is 'unit of value';
comment on column warehouse.target.measure is 'level, increase or decrease';
comment on column warehouse.target.baseline_year is 'the year an increase or decrease is counted from, where named';
comment on column warehouse.target.period_start is 'first year it is set for';
comment on column warehouse.target.period_end is 'year by which it is to be reached';
comment on column warehouse.target.grp is 'named group without a number';
comment on column warehouse.target.repeat_of is 'target_key of the first mention; null for a first mention';
comment on column warehouse.target.quote is 'words of the document; null for carried targets';
comment on column warehouse.target.confidence is 'of the reader, 0-1; null for carried targets';
comment on column warehouse.target.note is 'what the compiler noted';
comment on column warehouse.target.load_id is 'the load that said so';
comment on column warehouse.target.slot_id is 'the slot that said so';
comment on column warehouse.target.line is 'line of the file that carries it';

create table warehouse.task (
    province_id int4 not null,
    plan_id int4 not null,
    task_key text not null,
    recorded_from timestamptz not null,
    recorded_to timestamptz not null default 'infinity',
    line_from int4,
    line_to int4,
    section text,
    item text,
    objective text,
    task text,
    activity text,
    product text,
    lead text,
    coordinating text,
    due text,
    due_from date,
    due_to date,
    budget text,
    load_id int4 not null,
    slot_id int4 not null,
    constraint task_pkey primary key (province_id, plan_id, task_key, recorded_from),
    constraint task_plan_fkey foreign key (province_id, plan_id) references warehouse.plan,
    constraint task_recorded_check check (recorded_from < recorded_to)
);
comment on table warehouse.task is 'what plans order done, with every vintage; source: plan documents';
comment on column warehouse.task.province_id is 'the province of the plan';
comment on column warehouse.task.plan_id is 'the plan';
comment on column warehouse.task.task_key is 'what stays the same when it is read again';
comment on column warehouse.task.recorded_from is 'when the warehouse learned it';
comment on column warehouse.task.recorded_to is 'when it was superseded or withdrawn; infinity while it holds';
comment on column warehouse.task.line_from is 'first line of the text, from 1';
comment on column warehouse.task.line_to is 'last line of the text';
comment on column warehouse.task.section is 'section of the document';
comment on column warehouse.task.item is 'number in the table';
comment on column warehouse.task.objective is 'objective it serves';
comment on column warehouse.task.task is 'the task';
comment on column warehouse.task.activity is 'the activity';
comment on column warehouse.task.product is 'what is to be delivered';
comment on column warehouse.task.lead is 'lead agency';
comment on column warehouse.task.coordinating is 'coordinating agencies';
comment on column warehouse.task.due is 'when, as written';
comment on column warehouse.task.due_from is 'first day meant, where it is a date';
comment on column warehouse.task.due_to is 'last day meant, where it is a date';
comment on column warehouse.task.budget is 'budget as written';
comment on column warehouse.task.load_id is 'the load that said so';
comment on column warehouse.task.slot_id is 'the slot that said so';
