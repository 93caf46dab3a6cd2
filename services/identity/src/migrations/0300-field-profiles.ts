/** Which fields an app reads in clear, and what is known of a person's birth: age decides who consents. */
export const fieldProfiles = `
alter table app add column profile text not null default 'statistics';
alter table selection add column profile text not null default 'statistics';
alter table person add column gender text;
alter table person add column born_on date;
`;
