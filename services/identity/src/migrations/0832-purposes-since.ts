/** Since which version of its text each declared purpose reads as it does; of those before this rule nobody knows, and they hold as they were. */
export const purposesSince = `
update app_purposes set purposes = coalesce((select jsonb_agg(p.purpose || '{"since":1}'::jsonb order by p.nth) from jsonb_array_elements(purposes) with ordinality as p (purpose, nth)), '[]');
`;
