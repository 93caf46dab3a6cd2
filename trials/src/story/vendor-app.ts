import type { Api, Place, World } from './world.js';

const creditAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

const subjectWeights = [3, 7, 9, 10, 5, 8, 4, 2];

/** A unified social credit code that no unit has, with the checks of GB 11714 (in its subject code) and GB 32100 (over all). */
function newCreditCode(): string {
  const subject = `MA${Array.from({ length: 6 }, () => creditAlphabet[Math.floor(Math.random() * 31)]).join('')}`;
  const sum = subjectWeights.reduce((total, weight, place) => total + weight * Number.parseInt(subject[place]!, 36), 0);
  const body = `91361000${subject}${'0123456789X'[(11 - (sum % 11)) % 11]}`;
  let whole = 0;
  let weight = 1;
  for (const sign of body) {
    whole += creditAlphabet.indexOf(sign) * weight;
    weight = (weight * 3) % 31;
  }
  return body + creditAlphabet[(31 - (whole % 31)) % 31];
}

/** The papers of a vendor that lacks nothing. */
export const vendorPapers = (name: string) => ({
  name,
  creditCode: newCreditCode(),
  unitType: 'enterprise',
  legalPerson: '钱法人',
  registeredDivision: '361002',
  registeredPlace: '抚州市临川区文昌大道 1 号',
  contactName: '孙联系',
  contactPhone: '13800000000',
  contactEmail: 'contact@vendor.example',
});

/** The papers of an app that collects names and grades of pupils. */
const appPapers = {
  description: '课后作业的布置、批改与讲评',
  category: 'homework',
  stages: ['primary'],
  users: ['pupil', 'teacher'],
  platforms: ['web'],
  subjectTraining: false,
  fee: 'free',
  personalData: ['姓名', '班级'],
  privacyUrl: 'https://vendor.example/privacy',
  minorsRuleUrl: 'https://vendor.example/minors',
  icpNumber: '赣ICP备00000000号',
  protectionNumber: '3610000000-00001',
  protectionLevel: 2,
  thirdParties: [],
  domains: ['vendor.example'],
  serverPlace: '江西南昌',
  release: '1.0',
  accessLevel: 'county',
  iconUrl: 'https://vendor.example/icon.png',
  launchUrl: 'https://vendor.example/open',
} as const;

/** A vendor below an authority, approved, and someone of it signed in. */
export async function approvedVendor(world: World, authority: Place, name: string): Promise<{ vendor: Place; staff: Api }> {
  const bureau = await world.as('systemAdmin', world.city);
  const entered = await bureau.post(`/organisations/${authority.id}/vendors`, { ...vendorPapers(name), account: false });
  world.check(entered.status === 201 && entered.body.missing.length === 0, 'a vendor is entered', entered.body);
  const approved = await bureau.post(`/vendors/${entered.body.id}/approve`);
  world.check(approved.status === 200 && approved.body.state === 'approved', 'and approved', approved.body);
  const vendor = { id: entered.body.organisation as string, name };
  return { vendor, staff: await world.as('vendor', vendor) };
}

/** A draft of that vendor, with all its papers. */
export async function draftApp(world: World, vendor: Place, staff: Api, name: string, scopes: readonly string[] = ['identity.read']) {
  const made = await staff.post('/apps', {
    organisation: vendor.id,
    name,
    grants: ['client_credentials'],
    scopes,
    profile: 'roster',
    papers: appPapers,
  });
  world.check(made.status === 201 && made.body.state === 'draft', 'a vendor’s app begins as a draft', made.body);
  return made.body as { id: string; clientId: string; clientSecret: string };
}
