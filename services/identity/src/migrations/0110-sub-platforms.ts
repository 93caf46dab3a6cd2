/**
 * Virtual sub-platforms: one for each authority that has one. Names in addresses and hosts are claimed in `external_id`, for ever.
 * The picture lies beside the row, so that reading the row does not read it.
 */
export const subPlatforms = `
create table sub_platform (
  id uuid primary key,
  version int not null,
  organisation uuid not null references organisation_record (id),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  name text not null,
  name_en text,
  short_name text,
  slug text not null unique,
  host text unique,
  language text not null,
  colour text,
  logo text,
  services text[] not null,
  state text not null,
  closed_on date
);
create unique index sub_platform_organisation on sub_platform (organisation);

create table sub_platform_logo (
  sub_platform uuid primary key references sub_platform (id),
  digest text not null,
  type text not null,
  image bytea not null
);
`;
