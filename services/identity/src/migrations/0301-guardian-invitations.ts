/** Invitations by which guardians are bound, and the guardians of a pupil found without walking a school's posts. */
export const guardianInvitations = `
create table guardian_invitation (
  id uuid primary key,
  version int not null,
  organisation uuid not null references organisation_record (id),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  pupil uuid not null references person (id),
  code_lookup text not null unique,
  expires_at timestamptz not null,
  invited_by text not null,
  state text not null,
  claimant uuid references person (id),
  relation text,
  claimed_at timestamptz,
  reason text,
  post uuid references post (id)
);
create index on guardian_invitation (organisation, state, id);
create index on guardian_invitation (pupil);
create index on guardian_invitation (post) where post is not null;

create index post_wards on post using gin (about) where role = 'guardian' and not ended;
`;
