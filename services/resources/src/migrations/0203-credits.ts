/** What people and schools are credited with, and their appeals. */
export const credits = `
create table contribution_credit (
  id uuid primary key,
  version int not null,
  organisation uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  person uuid,
  resource uuid not null references resource on delete cascade,
  granted_by uuid not null,
  role text not null check (role in ('author', 'contributor', 'school')),
  points int not null,
  counts boolean not null
);
create unique index contribution_credit_once on contribution_credit
  (resource, granted_by, organisation, coalesce(person, '00000000-0000-0000-0000-000000000000'));
create index contribution_credit_organisation on contribution_credit (organisation, id);
create index contribution_credit_person on contribution_credit (person, id);

create table contribution_appeal (
  id uuid primary key,
  version int not null,
  organisation uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  person uuid,
  filed_by uuid not null,
  resource uuid not null references resource on delete cascade,
  granted_by uuid not null,
  role text not null check (role in ('author', 'contributor', 'school')),
  points int not null,
  grounds text not null,
  status text not null check (status in ('filed', 'upheld', 'dismissed')),
  answer text
);
create index contribution_appeal_organisation on contribution_appeal (organisation, id);
create unique index contribution_appeal_open on contribution_appeal
  (resource, granted_by, organisation, coalesce(person, '00000000-0000-0000-0000-000000000000')) where status = 'filed';
`;
