/**
 * Organisations through time: successors, planned moves, what was known of each on every day, and the names it can be found by.
 * The lists of what lies below a parent or stands in a territory are walked in the order of their names, so each index ends in it.
 */
export const places = `
alter table organisation_record add column successor uuid references organisation_record (id);
alter table organisation_record add column planned_parent uuid references organisation_record (id);
alter table organisation_record add column planned_from date;
alter table organisation_record add column planned_trouble text;
alter table organisation_record add check ((planned_parent is null) = (planned_from is null));
alter table organisation_record add check ((successor is null) = (state <> 'merged'));
drop index organisation_record_parent_idx;
drop index organisation_record_division_code_idx;
create index organisation_record_parent on organisation_record (parent, name, id);
create index organisation_record_territory on organisation_record (division_code, name, id);
create index organisation_record_city on organisation_record (left(division_code, 4), name, id);
create index organisation_record_province on organisation_record (left(division_code, 2), name, id);
create index organisation_record_planned on organisation_record (planned_from) where planned_from is not null;

create table organisation_history (
  id uuid primary key,
  version int not null,
  organisation uuid not null references organisation_record (id),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  parent uuid,
  kind text not null,
  name text not null,
  short_name text,
  former_names text[] not null,
  division_code text,
  school_code text,
  credit_code text,
  school_type text,
  state text not null,
  closed_on date,
  successor uuid,
  valid_from date not null,
  valid_to date,
  check (valid_to > valid_from)
);
create unique index organisation_history_now on organisation_history (organisation) where valid_to is null;
create unique index organisation_history_since on organisation_history (organisation, valid_from);
create index organisation_history_name on organisation_history (name, id);
create index organisation_history_parent on organisation_history (parent, valid_from);

insert into organisation_history (id, version, organisation, created_at, updated_at, parent, kind, name, short_name, former_names, division_code,
  school_code, credit_code, school_type, state, closed_on, successor, valid_from)
select gen_random_uuid(), version, id, created_at, updated_at, parent, kind, name, short_name, former_names, division_code,
  school_code, credit_code, school_type, state, closed_on, successor, (created_at at time zone 'Asia/Shanghai')::date
from organisation_record;

-- Each character with its right neighbour; the last one stands alone, so that a single character is found as a beginning.
create function bigrams(source text) returns tsvector language sql immutable strict parallel safe as $$
  select array_to_tsvector(array(
    select distinct character || coalesce(lead(character) over (order by place), '')
    from unnest(string_to_array(source, null)) with ordinality as characters(character, place)))
$$;

create table organisation_name (
  organisation uuid not null references organisation_record (id),
  why text not null,
  name text not null,
  folded text not null,
  keys text[] not null,
  rules int not null,
  primary key (organisation, why, name)
);
create index organisation_name_piece on organisation_name using gin (bigrams(folded));
create index organisation_name_keys on organisation_name using gin (keys) with (fastupdate = off);
create index organisation_name_rules on organisation_name (rules);

-- The names as they are written; how they are matched is filled in by the service, which holds the rules.
insert into organisation_name (organisation, why, name, folded, keys, rules)
select id, 'name', name, lower(regexp_replace(normalize(name, NFKC), '\\s', '', 'g')), '{}'::text[], 0 from organisation_record
union all select id, 'shortName', short_name, lower(regexp_replace(normalize(short_name, NFKC), '\\s', '', 'g')), '{}'::text[], 0
  from organisation_record where short_name is not null
union all select distinct id, 'formerName', former, lower(regexp_replace(normalize(former, NFKC), '\\s', '', 'g')), '{}'::text[], 0
  from organisation_record, unnest(former_names) as former;

-- Copies of the tree know since today that an organisation has closed: those that had are told of once more.
update organisation o set closed = true from organisation_record r where r.id = o.id and r.state <> 'open';
update organisation_record set version = version + 1 where state <> 'open';
update organisation o set version = r.version from organisation_record r where r.id = o.id and r.state <> 'open';
update organisation_history h set version = r.version from organisation_record r where r.id = h.organisation and r.state <> 'open';
insert into outbox (id, type, thing, entity, version, organisation, actor, time, data)
select gen_random_uuid(), 'cn.lianxue.identity.organisation.changed', 'organisation', id, version, id, 'system', now(),
  jsonb_build_object('id', id, 'version', version, 'parent', parent, 'kind', kind, 'name', name, 'shortName', short_name,
    'divisionCode', division_code, 'schoolCode', school_code, 'schoolType', school_type, 'state', state, 'successor', successor)
from organisation_record where state <> 'open';
`;
