/** A search for a piece of a name reads its index alone: names change seldom, and no list of late entries is worth reading each time. */
export const namesAtOnce = `
alter index organisation_name_piece set (fastupdate = off);
select gin_clean_pending_list('organisation_name_piece'::regclass);
`;
