import { identity } from '@lianxue/contracts';
import type { Place, World } from '../../story/world.js';
import type { MatrixRow } from '../matrix.js';
import { always, each, staff, subtree, subtreeList } from './words.js';

const administrators = ['systemAdmin', 'schoolAdmin'] as const;
const registrars = [...administrators, 'rollManager'] as const;
const rosterReaders = ['teacher', 'homeroomTeacher', 'schoolAdmin', 'rollManager', 'systemAdmin', 'app'] as const;

const inOrganisation = async (_: World, owner: Place) => ({ params: { organisationId: owner.id } });

let counter = 0;
const unique = (world: World) => `${world.run}${++counter}`;

/** A person kept at the owner, without an account. */
async function person(world: World, owner: Place) {
  const admin = await world.as('systemAdmin', world.city);
  const answer = await admin.post('/people', { organisation: owner.id, name: '矩试' });
  world.check(answer.status === 201, 'a person for the matrix', answer.body);
  return { params: { personId: answer.body.id as string }, id: answer.body.id as string };
}

async function app(world: World, owner: Place) {
  const admin = await world.as('systemAdmin', world.city);
  const answer = await admin.post('/apps', {
    organisation: owner.id,
    name: `矩阵应用 ${unique(world)}`,
    grants: ['client_credentials'],
    scopes: ['identity.read'],
  });
  world.check(answer.status === 201, 'an app for the matrix', answer.body);
  return answer.body as { id: string; clientId: string };
}

async function selection(world: World, owner: Place) {
  const { clientId } = await app(world, world.city);
  const admin = await world.as('systemAdmin', world.city);
  const answer = await admin.post(`/organisations/${owner.id}/selections`, { client: clientId, scopes: ['identity.read'] });
  world.check(answer.status === 201, 'a selection for the matrix', answer.body);
  return { params: { selectionId: answer.body.id as string }, id: answer.body.id as string };
}

async function schoolClass(world: World, owner: Place) {
  const admin = await world.as('systemAdmin', world.city);
  const roster = await admin.post(`/organisations/${owner.id}/roster`, {
    files: {
      academicSessions: `sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear\nt1,,,2026学年,schoolYear,2026-09-01,2027-07-01,,2027\n`,
      orgs: `sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\no1,,,${owner.name},school,,\n`,
      courses: `sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects,subjectCodes\nc1,,,t1,数学,SX,3,o1,,\n`,
      classes: `sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods\nk1,,,三年级一班,3,c1,301,homeroom,,o1,t1,,,\n`,
    },
  });
  world.check(roster.status === 200, 'a class for the matrix', roster.body);
  const classes = await admin.get(`/organisations/${owner.id}/classes`);
  world.check(classes.body.items?.[0], 'the class is there', { roster: roster.body, classes: classes.body });
  return { params: { classId: classes.body.items[0].id as string } };
}

/** Pupils and guardians read no organisations: they meet only what is about themselves or their wards. */
export const identityRows: readonly MatrixRow[] = [
  {
    operation: identity.organisation,
    owner: 'school',
    ask: inOrganisation,
    expect: { ...each([...staff, 'app'], subtree), ...each(['pupil', 'guardian'], '404 404 404 404 404') },
  },
  {
    operation: identity.organisations,
    owner: 'school',
    ask: async (_, owner) => ({ id: owner.id, query: { name: owner.name, limit: 200 } }),
    expect: { ...each([...staff, 'app'], subtreeList), ...each(['pupil', 'guardian'], 'hid hid hid hid hid') },
  },
  {
    operation: identity.registerOrganisation,
    owner: 'county',
    ask: async (world, owner) => ({ body: { parent: owner.id, kind: 'bureau', name: `矩阵分局 ${unique(world)}` } }),
    fresh: true,
    expect: { systemAdmin: subtree },
  },
  {
    operation: identity.changeOrganisation,
    owner: 'school',
    ask: async (_, owner) => ({ params: { organisationId: owner.id }, body: { shortName: '云山' } }),
    expect: each(administrators, subtree),
  },
  {
    operation: identity.moveOrganisation,
    owner: 'county',
    ask: async (_, owner) => ({ params: { organisationId: owner.id }, body: { parent: owner.id } }),
    expect: { systemAdmin: subtree },
  },
  {
    operation: identity.closeOrganisation,
    owner: 'county',
    ask: inOrganisation,
    expect: { systemAdmin: subtree },
  },
  {
    operation: identity.me,
    owner: 'school',
    ask: async () => ({}),
    expect: each([...staff, 'app', 'pupil', 'guardian', 'vendor'], always),
  },
  {
    operation: identity.registerPerson,
    owner: 'school',
    ask: async (_, owner) => ({ body: { organisation: owner.id, name: '矩试' } }),
    fresh: true,
    expect: each(registrars, subtree),
  },
  {
    operation: identity.person,
    owner: 'school',
    ask: person,
    expect: { ...each([...staff, 'app'], subtree), ...each(['pupil', 'guardian'], '404 404 404 404 404') },
  },
  {
    operation: identity.peopleOf,
    owner: 'school',
    ask: inOrganisation,
    expect: each([...registrars, 'teacher', 'homeroomTeacher', 'app'], subtree),
  },
  {
    operation: identity.changePerson,
    owner: 'school',
    ask: async (world, owner) => ({ ...(await person(world, owner)), body: { name: '矩改' } }),
    expect: each(registrars, subtree),
  },
  { operation: identity.closePerson, owner: 'school', ask: person, fresh: true, expect: each(administrators, subtree) },
  {
    operation: identity.givePost,
    owner: 'school',
    ask: async (world, owner) => ({ ...(await person(world, owner)), body: { role: 'pupil', organisation: owner.id } }),
    fresh: true,
    expect: each(registrars, subtree),
  },
  {
    operation: identity.endPost,
    owner: 'school',
    ask: async (world: World, owner: Place) => {
      const { params } = await person(world, owner);
      const admin = await world.as('systemAdmin', world.city);
      const post = await admin.post(`/people/${params.personId}/posts`, { role: 'pupil', organisation: owner.id });
      world.check(post.status === 201, 'a post for the matrix', post.body);
      return { params: { postId: post.body.id as string } };
    },
    fresh: true,
    expect: each(registrars, subtree),
  },
  {
    operation: identity.openAccount,
    owner: 'school',
    ask: async (world, owner) => ({ ...(await person(world, owner)), body: { username: `m${unique(world)}` } }),
    fresh: true,
    expect: each(registrars, subtree),
  },
  {
    operation: identity.resetPassword,
    owner: 'school',
    ask: async (world: World, owner: Place) => {
      const made = await person(world, owner);
      const admin = await world.as('systemAdmin', world.city);
      const account = await admin.post(`/people/${made.id}/account`, { username: `m${unique(world)}` });
      world.check(account.status < 300, 'an account for the matrix', account.body);
      return made;
    },
    fresh: true,
    expect: each(registrars, subtree),
  },
  {
    operation: identity.apps,
    owner: 'county',
    ask: async (world, owner) => ({ id: (await app(world, owner)).id, query: { organisation: owner.id, limit: 200 } }),
    expect: each(['systemAdmin', 'securityAdmin', 'auditAdmin'], subtreeList),
  },
  {
    operation: identity.app,
    owner: 'county',
    ask: async (world, owner) => ({ params: { appId: (await app(world, owner)).id } }),
    expect: each(['systemAdmin', 'securityAdmin', 'auditAdmin'], subtree),
  },
  {
    operation: identity.offeredApps,
    owner: 'county',
    ask: async () => ({}),
    expect: each([...staff, 'pupil', 'guardian', 'vendor'], always),
  },
  {
    operation: identity.registerApp,
    owner: 'county',
    ask: async (world, owner) => ({
      body: { organisation: owner.id, name: `矩阵应用 ${unique(world)}`, grants: ['client_credentials'], scopes: ['identity.read'] },
    }),
    fresh: true,
    expect: { systemAdmin: subtree },
  },
  ...(['changeApp', 'renewSecret', 'suspendApp', 'resumeApp'] as const).map((name): MatrixRow => ({
    operation: identity[name],
    owner: 'county',
    ask: async (world, owner) => ({
      params: { appId: (await app(world, owner)).id },
      ...(name === 'changeApp' && { body: { name: '矩阵应用' } }),
    }),
    expect: { systemAdmin: subtree },
  })),
  {
    operation: identity.selections,
    owner: 'school',
    ask: inOrganisation,
    expect: each([...administrators, 'securityAdmin', 'auditAdmin'], subtree),
  },
  {
    operation: identity.selectApp,
    owner: 'school',
    ask: async (world, owner) => ({
      params: { organisationId: owner.id },
      body: { client: (await app(world, world.city)).clientId, scopes: ['identity.read'] },
    }),
    fresh: true,
    expect: each(administrators, subtree),
  },
  {
    operation: identity.changeSelection,
    owner: 'school',
    ask: async (world, owner) => ({ ...(await selection(world, owner)), body: { until: null } }),
    expect: each(administrators, subtree),
  },
  { operation: identity.endSelection, owner: 'school', ask: selection, fresh: true, expect: each(administrators, subtree) },
  {
    operation: identity.importRoster,
    owner: 'school',
    ask: async (_, owner) => ({ params: { organisationId: owner.id }, body: { files: { users: 'sourcedId\n' } } }),
    expect: each([...registrars, 'app'], subtree),
  },
  { operation: identity.pupils, owner: 'school', ask: inOrganisation, expect: each(rosterReaders, subtree) },
  { operation: identity.classes, owner: 'school', ask: inOrganisation, expect: each(rosterReaders, subtree) },
  { operation: identity.enrolments, owner: 'school', ask: schoolClass, expect: each(rosterReaders, subtree) },
];
