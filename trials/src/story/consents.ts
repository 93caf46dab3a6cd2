import type { Api, World } from './world.js';

const purposes = [
  { purpose: 'recommendation', basis: 'consent', minors: true, notice: '按作业情况推荐练习；学年末删除' },
  { purpose: 'homeSchool', basis: 'consent', minors: true, notice: '向家长发送练习情况；学年末删除' },
] as const;

/** A parent's consent and its withdrawal: bound by a code, asked by an app, obeyed at once, and followed by a deletion receipt. */
export async function consentsStep(world: World): Promise<void> {
  const admin = await world.as('schoolAdmin', world.school);
  const child = await aPupil(world);
  const mother = await aGuardian(world, admin, child);
  const { app, id, client } = await anApp(world, admin);
  await aConsent(world, { mother, child, app, id, client });
  await whoSees(world, { mother, admin, child, client });
}

/** Eight years old, by the date the school knows. */
async function aPupil(world: World): Promise<string> {
  const city = await world.as('systemAdmin', world.city);
  const birthDate = `${new Date().getUTCFullYear() - 8}-01-15`;
  const made = await city.post('/people', {
    organisation: world.school.id,
    name: '欧阳小满',
    birthDate,
    phone: '13800138000',
    posts: [{ role: 'pupil', organisation: world.school.id }],
  });
  world.check(made.status === 201, 'a pupil of eight is registered', made.body);
  return made.body.id as string;
}

/** A parent without an account registers with the code from the slip; the school confirms; then they sign in as the guardian. */
async function aGuardian(world: World, admin: Api, child: string): Promise<Api> {
  const invited = await admin.post(`/people/${child}/guardian-invitations`);
  world.check(invited.status === 201 && invited.body.code, 'the school offers an invitation', invited.body);
  const [username, password] = [`mama${world.run}`, `${crypto.randomUUID()}aA1!`];
  const newcomer = { relation: '52', name: '欧阳妈妈', username, password };
  const wrong = await world.anyone.post('/guardian-invitations/register', { ...newcomer, code: `${world.run}-zzzz-zzzz` });
  world.check(wrong.status === 404 && wrong.body.code === 'invitation.unknown', 'a guessed code is nothing', wrong.body);
  const claim = await world.anyone.post('/guardian-invitations/register', { ...newcomer, code: invited.body.code });
  world.check(claim.status === 200 && claim.body.state === 'claimed', 'a parent registers with it', claim.body);
  const confirmed = await admin.post(`/guardian-invitations/${invited.body.id}/confirm`);
  world.check(confirmed.status === 200 && confirmed.body.state === 'confirmed', 'the school confirms', confirmed.body);
  const mother = await world.signIn(username, password);
  const me = await mother.get('/me');
  world.check(me.body.role === 'guardian' && me.body.posts[0].about.join() === child, 'and the parent signs in as the guardian', me.body);
  world.say(`监护邀请 ${invited.body.code}：家长注册认领 → 学校确认 → 以家长身份登录`);
  return mother;
}

async function anApp(world: World, admin: Api): Promise<{ app: Api; id: string; client: string }> {
  const city = await world.as('systemAdmin', world.city);
  const made = await city.post('/apps', {
    organisation: world.city.id,
    name: `口算练习 ${world.run}`,
    grants: ['client_credentials'],
    scopes: ['identity.read'],
    profile: 'teaching',
  });
  world.check(made.status === 201, 'an app is registered', made.body);
  const declared = await city.post(`/apps/${made.body.id}/purposes`, { purposes });
  world.check(declared.status === 200 && declared.body.forPupils === 'consent', 'it declares that it works by consent', declared.body);
  const { clientId: client, clientSecret } = made.body as { clientId: string; clientSecret: string };
  const selection = { client, scopes: ['identity.read'], profile: 'teaching' };
  const selected = await admin.post(`/organisations/${world.school.id}/selections`, selection);
  world.check(selected.status === 201, 'the school selects it for teaching', selected.body);
  return { app: await world.app(client, clientSecret), id: made.body.id as string, client };
}

interface Parties {
  readonly mother: Api;
  readonly child: string;
  readonly app: Api;
  readonly id: string;
  readonly client: string;
}

async function aConsent(world: World, { mother, child, app, id, client }: Parties): Promise<void> {
  const read = async () => {
    const { status, body } = await app.get(`/people/${child}`);
    return { status, name: body.name as string | undefined, born: body.birthMonth as string | null, code: body.code as string | undefined };
  };
  const before = await read();
  world.check(before.status === 409 && before.code === 'consent.missing', 'without consent the app reads nothing of the child', before);

  const asked = await mother.get(`/me/wards/${child}/consents`);
  const ours = (asked.body.apps as { client: string; textVersion: number }[] | undefined)?.find((one) => one.client === client);
  world.check(asked.status === 200 && ours, 'the parent reads what the app asks', asked.body);
  const give = async (to: readonly string[], textVersion: number) => {
    const decision = { client, decision: 'give', purposes: to, textVersion };
    const given = await mother.post(`/me/wards/${child}/consents`, decision);
    world.check(given.status === 201 && given.body.state === 'given', 'the parent consents', given.body);
    return given;
  };
  await give(['homeSchool'], ours.textVersion);
  const one = await read();
  world.check(one.name === '欧阳小满' && one.born === null, 'the app reads what this purpose covers: the name alone', one);
  await give(['homeSchool', 'recommendation'], ours.textVersion);
  const both = await read();
  world.check(both.born, 'with another purpose the month of birth too', both);
  const city = await world.as('systemAdmin', world.city);
  const [recommending, telling] = purposes;
  const reworded = [{ ...recommending, notice: '按作业情况推荐练习；三年后删除' }, telling];
  const declared = await city.post(`/apps/${id}/purposes`, { purposes: reworded });
  const during = await read();
  world.check(during.status === 200 && during.name && during.born === null, 'in other words that purpose needs a new consent', during);
  const given = await give(['homeSchool', 'recommendation'], declared.body.version as number);

  const withdrawn = await mother.post(`/consents/${given.body.id}/withdraw`);
  world.check(withdrawn.status === 200 && withdrawn.body.state === 'withdrawn', 'the parent withdraws', withdrawn.body);
  const after = await read();
  world.check(after.status === 409 && after.code === 'consent.missing', 'from then on the app does not', after);
  world.say(`监护同意：应用读到「${during.name}」→ 撤回后 409 ${after.code}`);

  const requests = await app.get('/me/deletion-requests', { query: { standing: 'open' } });
  const request = (requests.body.items as { id: string; child: string; dueOn: string }[] | undefined)?.find((one) => one.child === child);
  world.check(request, 'the app is asked to delete', requests.body);
  const receipt = { deletedOn: request.dueOn, what: '练习记录', reference: `DEL-${world.run}` };
  const answered = await app.post(`/deletion-requests/${request.id}/receipt`, receipt);
  world.check(answered.status === 200 && answered.body.state === 'answered', 'it gives a receipt', answered.body);
  const seen = await mother.get('/deletion-requests', { query: { client } });
  world.check(seen.body.items?.[0]?.receipt?.reference === receipt.reference, 'which the parent reads', seen.body);
  world.say(`删除请求（限 ${request.dueOn}）→ 回执 ${receipt.reference}`);
}

async function whoSees(world: World, { mother, admin, child, client }: Omit<Parties, 'app' | 'id'> & { admin: Api }): Promise<void> {
  const apps = await mother.get(`/people/${child}/viewing-apps`);
  const ours = (apps.body.apps as { client: string; reads: boolean }[] | undefined)?.find((one) => one.client === client);
  world.check(apps.status === 200 && ours?.reads === false, 'the parent sees that the app is selected and reads nothing', apps.body);
  const viewers = await mother.get(`/people/${child}/viewers`, { query: { limit: 200 } });
  const whys = new Set((viewers.body.items as { why: string }[] | undefined)?.map(({ why }) => why));
  world.check(whys.has('guardian') && whys.has('atSchool') && whys.has('above'), 'and who can see the child, and why', viewers.body);
  const asking = { reason: 'contact', note: '联系家长接送', fields: ['phone'] };
  const disclosed = await admin.post(`/people/${child}/disclosure`, asking);
  world.check(
    disclosed.status === 200 && disclosed.body.phone === '+8613800138000',
    'the school reads the phone, for a reason',
    disclosed.body,
  );
  const told = await mother.get('/me/disclosures');
  const [latest] = told.body.items as { person: string; reason: string; fields: string[] }[];
  world.check(latest?.person === child && latest.fields.join() === 'phone', 'and the parent sees that it did', told.body);
  world.say(`谁能看到：${viewers.body.items.length} 个岗位；学校按「${latest.reason}」查看电话，家长可查`);
}
