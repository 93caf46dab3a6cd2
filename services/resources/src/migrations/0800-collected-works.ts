/** Works that calls have accepted, on their way into the catalogue and there. */
export const collectedWorks = `
create table collected_work (
  work uuid primary key,
  call uuid not null,
  organisation uuid not null,
  issuer uuid not null,
  resource uuid references resource on delete cascade,
  try_at timestamptz,
  attempts int not null,
  entered_at timestamptz
);
create index collected_work_waiting on collected_work (try_at) where resource is null;
create index collected_work_call on collected_work (call, work);
create index collected_work_organisation on collected_work (organisation, work);
`;
