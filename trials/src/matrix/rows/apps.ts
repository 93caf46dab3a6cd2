import { edge, identity, postRoles, type AnyOperation } from '@lianxue/contracts';
import { approvedVendor, draftApp, vendorPapers } from '../../story/vendor-app.js';
import type { Place, World } from '../../story/world.js';
import type { MatrixRow } from '../matrix.js';
import { always, each, subtree, subtreeList } from './words.js';

const readers = ['systemAdmin', 'securityAdmin', 'auditAdmin'] as const;
const everyone = [...postRoles, 'app', 'anyone'] as const;

let counter = 0;
const unique = (world: World) => `${world.run}${++counter}`;

/** A vendor's papers, waiting for review below the owner. */
async function vendor(world: World, owner: Place) {
  const admin = await world.as('systemAdmin', world.city);
  const answer = await admin.post(`/organisations/${owner.id}/vendors`, {
    ...vendorPapers(`矩阵企业 ${unique(world)}`),
    account: false,
  });
  world.check(answer.status === 201, 'a vendor for the matrix', answer.body);
  return { params: { vendorId: answer.body.id as string }, id: answer.body.id as string };
}

/** A vendor's app below the owner, as a draft; its other states would answer the same, or a rule's refusal. */
async function draft(world: World, owner: Place) {
  const { vendor: place, staff } = await approvedVendor(world, owner, `矩阵企业 ${unique(world)}`);
  return { params: { appId: (await draftApp(world, place, staff, `矩阵应用 ${unique(world)}`)).id }, staff };
}

async function selection(world: World, owner: Place): Promise<string> {
  const bureau = await world.as('systemAdmin', world.city);
  const app = await bureau.post('/apps', {
    organisation: world.city.id,
    name: `备案应用 ${unique(world)}`,
    grants: ['client_credentials'],
    scopes: ['identity.read'],
  });
  const answer = await bureau.post(`/organisations/${owner.id}/selections`, { client: app.body.clientId, scopes: ['identity.read'] });
  world.check(answer.status === 201, 'a selection for the matrix', answer.body);
  return answer.body.id as string;
}

async function withSandbox(world: World, owner: Place) {
  const { params, staff } = await draft(world, owner);
  const admin = await world.as('systemAdmin', world.city);
  await staff.post(`/apps/${params.appId}/submit`);
  await admin.post(`/apps/${params.appId}/admit`);
  const opened = await staff.post(`/apps/${params.appId}/sandbox`);
  world.check(opened.status === 200, 'a sandbox for the matrix', opened.body);
  return { params };
}

const onVendor = (operation: AnyOperation, expect: MatrixRow['expect'], body?: unknown): MatrixRow => ({
  operation,
  owner: 'county',
  ask: async (world, owner) => ({ params: (await vendor(world, owner)).params, body }),
  expect,
});
const onApp = (operation: AnyOperation, expect: MatrixRow['expect'], body?: unknown): MatrixRow => ({
  operation,
  owner: 'county',
  ask: async (world, owner) => ({ params: (await draft(world, owner)).params, body }),
  expect,
});
const admin = { systemAdmin: subtree };
/** Only a vendor's own people: nobody in the matrix stands where they do. */
const vendorsOnly = {};
const reasons = { reasons: ['请补充'] };

/** Vendors, the way of their apps onto the shelf, and sandboxes. */
export const appRows: readonly MatrixRow[] = [
  {
    operation: identity.registerVendor,
    owner: 'county',
    ask: async (world) => ({ body: { name: `自登企业 ${unique(world)}` } }),
    fresh: true,
    expect: each(everyone, always),
  },
  {
    operation: identity.enterVendor,
    owner: 'county',
    ask: async (world, owner) => ({ params: { organisationId: owner.id }, body: { name: `代登企业 ${unique(world)}`, account: false } }),
    fresh: true,
    expect: admin,
  },
  {
    operation: identity.vendors,
    owner: 'county',
    ask: async (world, owner) => ({ id: (await vendor(world, owner)).id, query: { limit: 200 } }),
    expect: each(readers, subtreeList),
  },
  onVendor(identity.vendor, each(readers, subtree)),
  onVendor(identity.changeVendor, admin, { legalPerson: '李法人' }),
  onVendor(identity.submitVendor, vendorsOnly),
  onVendor(identity.approveVendor, admin),
  onVendor(identity.returnVendor, admin, reasons),
  onApp(identity.submitApp, vendorsOnly),
  onApp(identity.admitApp, admin),
  onApp(identity.returnApp, admin, reasons),
  onApp(identity.requestListing, vendorsOnly),
  onApp(identity.reintegrateApp, admin, reasons),
  onApp(identity.listApp, admin),
  onApp(identity.approveAppChange, admin),
  onApp(identity.refuseAppChange, admin, reasons),
  onApp(identity.withdrawApp, admin, reasons),
  { operation: identity.appSpace, owner: 'school', ask: async () => ({}), expect: each(postRoles, always) },
  onApp(identity.reviseApp, vendorsOnly),
  onApp(identity.openSandbox, vendorsOnly),
  onApp(identity.appReach, each(readers, 'ok ok 404 404 404')),
  onApp(edge.appRefusals, each(readers, 'ok ok 404 404 404')),
  onApp(identity.setQuota, admin, { requestsPerMinute: 600, pageSize: 100 }),
  onApp(identity.setAppFiling, admin, { number: '赣教APP备0001' }),
  {
    operation: identity.setSelectionFiling,
    owner: 'school',
    ask: async (world, owner) => ({ params: { selectionId: await selection(world, owner) }, body: { number: '用0001' } }),
    expect: admin,
  },
  {
    operation: identity.setFilingPolicy,
    owner: 'county',
    ask: async (_, owner) => ({ params: { organisationId: owner.id }, body: { mode: 'observe', from: '2026-09-01' } }),
    expect: admin,
  },
  {
    operation: identity.filingNotices,
    owner: 'school',
    ask: async (_, owner) => ({ params: { organisationId: owner.id } }),
    expect: each(['systemAdmin', 'schoolAdmin'], subtree),
  },
  { operation: identity.myReach, owner: 'school', ask: async () => ({}), expect: { app: always } },
  {
    operation: identity.lookUp,
    owner: 'school',
    ask: async (_, owner) => ({ body: { ids: [owner.id] } }),
    expect: { app: always },
  },
  {
    operation: identity.sandbox,
    owner: 'county',
    ask: withSandbox,
    expect: each(readers, subtree),
  },
  ...[identity.mySandbox, identity.sandboxChecklist, identity.resetSandbox, identity.withdrawSandboxConsent].map(
    (operation): MatrixRow => ({
      operation,
      owner: 'school',
      ask: async () => ({}),
      expect: { app: always },
    }),
  ),
];
