/** Which job gave an account its one-time password: those whose slips it prints. */
export const accountOpenings = `
alter table account add column opening uuid;
create index account_opening on account (opening) where opening is not null;
`;
