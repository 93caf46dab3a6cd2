/** Textbook and chapter trees, knowledge graphs and competency frameworks. Nodes are never deleted: what was bound to one stays readable. */
export const curriculum = `
create table curriculum (
  id uuid primary key,
  version int not null,
  organisation uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  code text not null,
  kind text not null check (kind in ('textbook', 'knowledge', 'competency')),
  name text not null,
  stage text not null,
  subject text not null,
  grades int[] not null,
  edition text,
  volume text,
  source text,
  state text not null check (state in ('current', 'superseded')),
  successor uuid references curriculum,
  nodes int not null,
  retired int not null,
  unique (organisation, code)
);
create index curriculum_subject on curriculum (subject, stage, id);

create table curriculum_node (
  id uuid primary key,
  tree uuid not null references curriculum on delete cascade,
  kind text not null check (kind in ('chapter', 'point', 'competency')),
  code text not null,
  name text not null,
  parent uuid references curriculum_node on delete cascade,
  position int not null,
  depth int not null,
  retired_at timestamptz,
  unique (tree, code)
);
create index curriculum_node_tree on curriculum_node (tree, id);
create index curriculum_node_parent on curriculum_node (parent);

-- 先修、相关、涵盖、后继: from the first to the second; a successor from old to new.
create table curriculum_relation (
  source uuid not null references curriculum_node on delete cascade,
  kind text not null check (kind in ('prerequisite', 'related', 'covers', 'successor')),
  target uuid not null references curriculum_node on delete cascade,
  primary key (source, kind, target),
  check (source <> target)
);
create index curriculum_relation_target on curriculum_relation (target, kind);
`;
