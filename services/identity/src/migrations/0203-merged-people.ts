/** The records that went up in one, found by it. */
export const mergedPeople = `
create index on person (merged_into) where merged_into is not null;
create index on deletion_request (child) where state = 'asked';
`;
