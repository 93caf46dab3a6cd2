import type { Installation } from './installation.js';
import { knownOf, type Known } from './region/first-content.js';

/** How many accounts are shown; the file has them all. */
const SHOWN = ['admin', 'city-reviewer', 'linchuan-reviewer', 'linchuan-resources', 'school-admin', 'teacher', 'pupil', 'guardian'];

/** What a newcomer sees when everything is ready: where to look, who to be, what to try. */
export function summary(installation: Installation, origin: string): string {
  const known = knownOf(installation);
  const addresses = [
    ['Landing page 首页', `${origin}/`],
    ['Swagger 接口文档', `${origin}/docs`],
    ['Sign-in 登录', `${origin}/docs?sign-in`],
    ['Health 健康', `${origin}/health/ready`],
  ];
  const isDemo = installation.decisions?.region === 'demo';
  const file = installation.file(isDemo ? 'demo.json' : 'admin.json');
  return [
    '',
    'Lianxue 联学 is ready.',
    '',
    ...table(addresses),
    ...(known ? ['', ...table(accounts(known))] : []),
    ...(known ? ['', `All accounts and clients: ${file}`] : []),
    ...(known && trial(known) ? ['', 'Try (a vendor’s app reads the schools that selected it):', '', trial(known)!] : []),
    '',
    'Ctrl-C or npm run stop ends it; npm run story shows what it does.',
    '',
  ].join('\n');
}

function accounts({ users }: Known): string[][] {
  const shown = users.length > SHOWN.length ? users.filter(({ username }) => SHOWN.includes(username)) : users;
  return shown.map(({ username, password, what }) => [username, password, what]);
}

/** A command that works as it is pasted: a token by client credentials, then a list with it. */
function trial({ baseUrl, issuer, clients }: Known): string | undefined {
  const app = clients.find(({ grants }) => grants.includes('client_credentials'));
  if (!app) return undefined;
  const token = `curl -s -u '${app.clientId}:${app.clientSecret}' -d grant_type=client_credentials -d 'scope=identity.read' ${issuer}/token`;
  return `  curl -s -H "Authorization: Bearer $(${token} | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')" '${baseUrl}/api/v1/organisations?limit=3'`;
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => width(row[column]!)))) ?? [];
  return rows.map((row) => `  ${row.map((cell, column) => cell + ' '.repeat(widths[column]! - width(cell))).join('  ')}`.trimEnd());
}

/** Columns of a terminal: Han characters and full-width signs take two. */
const width = (text: string): number =>
  [...text].reduce(
    (columns, each) => columns + (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/u.test(each) ? 2 : 1),
    0,
  );
