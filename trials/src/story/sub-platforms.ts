import { until } from './until.js';
import type { Answer, World } from './world.js';

/** One pixel of green. */
const logo = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR42mMQydgLAAH1AR4ZVjO3AAAAAElFTkSuQmCC';

/** A sub-platform: the city opens one for a county, the county gives it its looks and decides what it offers, and the city closes it. */
export async function subPlatformsStep(world: World): Promise<void> {
  const [county, other] = world.counties;
  const city = await world.as('systemAdmin', world.city);
  const slug = `lc-${world.run}`;
  const said = { organisation: county.id, name: `临川教育云 ${world.run}`, nameEn: 'Linchuan Education', slug, colour: '#14683a' };
  const opened = await city.post('/sub-platforms', said);
  world.check(opened.status === 201 && opened.body.services.length === 4, 'the city opens a sub-platform for a county', opened.body);
  const again = await city.post('/sub-platforms', { ...said, organisation: other.id });
  world.check(again.body.code === 'sub_platform.address_taken', 'an address belongs to one alone', again.body);

  const own = await world.as('systemAdmin', county);
  const path = `/sub-platforms/${opened.body.id}`;
  const etag = opened.headers.get('etag')!;
  const drawn = await own.put(`${path}/logo`, { image: logo }, { headers: { 'if-match': etag } });
  world.check(drawn.status === 200 && drawn.body.logo, 'its own administrator gives it a logo', drawn.body);
  await itsLooks(world, slug, drawn.body.logo as string, drawn.headers.get('etag')!);
  await aSwitch(world, path);

  const self = await own.post(`${path}/close`);
  const closed = await city.post(`${path}/close`);
  world.check(
    self.body.code === 'sub_platform.from_above' && closed.body.state === 'closed',
    'it is closed by those above alone',
    closed.body,
  );
  const gone = await world.anyone.get(`/sub-platform-addresses/${slug}`);
  world.check(gone.status === 404, 'a closed one is shown to nobody', gone.body);
  world.say(`${said.name} 停用，地址 /p/${slug} 保留`);
}

async function itsLooks(world: World, slug: string, picture: string, etag: string): Promise<void> {
  const shown = await world.anyone.get(`/sub-platform-addresses/${slug}`);
  const kept = await world.anyone.get(`/sub-platform-addresses/${slug}`, { headers: { 'if-none-match': etag } });
  world.check(
    shown.status === 200 && kept.status === 304 && shown.headers.get('cache-control') === 'public, max-age=60',
    'anybody reads how it looks, and may keep it',
    shown.body,
  );
  const took = await until(
    () => read(world, `/p/${slug}`, { 'accept-language': 'en' }),
    ({ status, body }) => status === 200 && body.includes(shown.body.name) && body.includes(picture),
  );
  world.check(took !== undefined, 'its first page shows its name and logo, in its language', shown.body);
  const image = await read(world, picture);
  world.check(image.headers.get('content-type') === 'image/png', 'its logo comes from ourselves', image.status);
  const page = await aSignInPage(world);
  world.check(page.includes(shown.body.name) && page.includes(picture), 'and so does the sign-in page of its apps', page.slice(0, 500));
  world.say(`${shown.body.name} 开通 ${took} ms 后，/p/${slug} 与登录页显示其名称与标志`);
}

/** What a browser is shown that an app of the county sends to sign in. */
async function aSignInPage(world: World): Promise<string> {
  const [county] = world.counties;
  const admin = await world.as('systemAdmin', county);
  const redirectUri = 'https://zuoye.example/callback';
  const scopes = ['resources.read'];
  const registered = await admin.post('/apps', {
    ...{ organisation: county.id, name: `智慧作业 ${world.run}`, grants: ['authorization_code'] },
    ...{ redirectUris: [redirectUri], scopes },
  });
  const client = registered.body.clientId as string;
  const selected = await admin.post(`/organisations/${county.id}/selections`, { client, scopes });
  world.check(registered.status === 201 && selected.status === 201, 'the county has an app', [registered.body, selected.body]);
  const asking = new URLSearchParams({
    ...{ client_id: client, response_type: 'code', scope: 'openid', redirect_uri: redirectUri },
    ...{ code_challenge: 'a'.repeat(43), code_challenge_method: 'S256' },
  });
  // The selection reaches the edge like everything else: within seconds.
  let page = '';
  await until(
    async () => {
      const begun = await read(world, `/oidc/auth?${asking.toString()}`);
      const cookie = begun.headers.getSetCookie().map((each) => each.split(';')[0]);
      const shown = await read(world, begun.headers.get('location') ?? '/', { cookie: cookie.join('; ') });
      page = shown.body as string;
      return shown;
    },
    ({ body }) => body.includes(`/p/lc-${world.run}/`),
  );
  return page;
}

/** What a browser would fetch. */
async function read(world: World, path: string, headers: Record<string, string> = {}): Promise<Answer> {
  const answer = await fetch(new URL(path, world.origin), { redirect: 'manual', headers });
  return { status: answer.status, headers: answer.headers, body: await answer.text() };
}

/** Switching off is felt by the schools of the county and not beyond; what law asks for goes on; switching on again is always possible. */
async function aSwitch(world: World, path: string): Promise<void> {
  const own = await world.as('systemAdmin', world.counties[0]);
  const [here, elsewhere] = [await world.as('teacher', world.school), await world.as('teacher', world.farSchool)];
  const contact = await world.as('securityContact', world.school);
  const offer = async (services: readonly string[]) => {
    const answer = await own.patch(path, { services }, { headers: { 'if-match': '*' } });
    world.check(answer.status === 200, 'its administrator decides what is offered', answer.body);
  };
  const list = () => here.get('/resources');
  await offer(['classrooms', 'reporting', 'activities']);
  const off = await until(list, ({ body }) => body.code === 'service.switched_off');
  world.check(off !== undefined, 'a service switched off is refused within seconds', (await list()).body);
  world.check((await elsewhere.get('/resources')).status === 200, 'other counties keep it', '');
  world.check((await contact.get('/incidents')).status === 200, 'network security is never switched off', '');
  await offer(['resources', 'classrooms', 'reporting', 'activities']);
  const on = await until(list, ({ status }) => status === 200);
  world.check(on !== undefined, 'and is there again when it is switched on', (await list()).body);
  world.say(`关闭数字资源 ${off} ms 后本县学校不可用，重新开通 ${on} ms 后恢复`);
}
