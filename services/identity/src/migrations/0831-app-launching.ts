/** What an app is opened by, and changes of a listed one that wait for review. */
export const appLaunching = `
update app set papers = '{"accessLevel":null,"iconUrl":null,"launchUrl":null}'::jsonb || papers;
alter table app alter column papers set default '{"description":null,"category":null,"stages":[],"users":[],"platforms":[],"packageName":null,"release":null,"subjectTraining":null,"fee":null,"feeNote":null,"personalData":null,"privacyUrl":null,"minorsRuleUrl":null,"icpNumber":null,"protectionNumber":null,"protectionLevel":null,"thirdParties":null,"domains":[],"serverPlace":null,"accessLevel":null,"iconUrl":null,"launchUrl":null}';
alter table app add column proposed jsonb;
`;
