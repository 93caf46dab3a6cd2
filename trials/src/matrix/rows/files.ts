import { files } from '@lianxue/contracts';
import type { Place, World } from '../../story/world.js';
import type { MatrixRow } from '../matrix.js';
import { always, each, staff, subtree } from './words.js';

/** A file that somebody else has sent: it exists for nobody but them. */
async function foreignFile(world: World, owner: Place) {
  const admin = await world.as('systemAdmin', world.city);
  const ticket = await admin.post('/files', { kind: 'roster', name: `${owner.name}.csv` });
  world.check(ticket.status === 200, 'a ticket for the matrix', ticket.body);
  const sent = await fetch(ticket.body.uploadUrl as string, { method: 'PUT', body: '姓名\n张三\n' });
  world.check(sent.status === 201, 'a file for the matrix', await sent.text());
  return { params: { fileId: ticket.body.id as string } };
}

const senders = [
  'systemAdmin',
  'schoolAdmin',
  'teacher',
  'homeroomTeacher',
  'subjectResearcher',
  'rollManager',
  'responsiblePerson',
  'bureauLeader',
  'centreHead',
  'countyReviewer',
  'cityReviewer',
  'provinceReviewer',
  'expert',
  'resourceReviewer',
  'app',
] as const;
const nobody = '404 404 404 404 404';

/** Files belong to whoever sent them, not to a place in the tree. */
export const filesRows: readonly MatrixRow[] = [
  {
    operation: files.ticket,
    owner: 'school',
    ask: async () => ({ body: { kind: 'form', name: '填报表.xlsx' } }),
    // Whoever may send other kinds of file alone is told so of a form.
    expect: each(
      senders.filter((role) => !['teacher', 'homeroomTeacher', 'subjectResearcher', 'expert', 'resourceReviewer'].includes(role)),
      always,
    ),
  },
  // The city's system administrator made it; in this relation it is them who ask.
  { operation: files.file, owner: 'school', ask: foreignFile, expect: each(senders, nobody) },
  { operation: files.link, owner: 'school', ask: foreignFile, expect: each(senders, nobody) },
  {
    operation: files.allowances,
    owner: 'school',
    ask: async (_world, owner) => ({ params: { organisationId: owner.id } }),
    expect: { ...each([...staff, 'app'], subtree), ...each(['pupil', 'guardian', 'vendor'], nobody) },
  },
  {
    operation: files.setAllowance,
    owner: 'school',
    ask: async (_world, owner) => ({
      params: { organisationId: owner.id },
      body: { tier: 'school', megabytes: { video: 2048, document: 200 } },
    }),
    expect: { systemAdmin: subtree },
  },
];
