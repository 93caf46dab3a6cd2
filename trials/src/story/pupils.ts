import type { Api, World } from './world.js';

/** A grade moves up on 1 September; a pupil goes to another school, and their guardian with them. */
export async function pupilsStep(world: World): Promise<void> {
  await aGradesPromotion(world);
  await aTransfer(world);
}

/** The school year into which grades may move up now. */
function schoolYear(): number {
  const today = new Date(Date.now() + 8 * 3600_000);
  return today.getUTCMonth() >= 6 ? today.getUTCFullYear() : today.getUTCFullYear() - 1;
}

async function aGradesPromotion(world: World): Promise<void> {
  const admin = await world.as('rollManager', world.school);
  const year = schoolYear();
  const here = `/organisations/${world.school.id}`;
  const open = async (title: string, gradeOrdinal: number) => {
    const opened = await admin.post(`${here}/classes`, { kind: 'homeroom', title, gradeOrdinal, enrolYear: year - gradeOrdinal });
    world.check(opened.status === 201, `${title} is opened`, opened.body);
    return opened.body.id as string;
  };
  const [first, second, behind] = [await open('四年级一班', 4), await open('四年级二班', 4), await open('三年级一班', 3)];
  const pupils: string[] = [];
  for (const inClass of [first, first, second, second]) pupils.push(await enter(world, admin, inClass));
  const [, onLeave, repeats] = pupils;
  const left = await admin.post(`${here}/pupils/${onLeave}/suspend`, { reason: '因病' });
  world.check(left.status === 200 && left.body.kind === 'suspension', 'a pupil goes on leave', left.body);

  const body = { schoolYear: year, grade: 4, exceptions: [{ person: repeats, class: behind }] };
  const preview = await admin.post(`${here}/promotions/preview`, body);
  const { classes, promoted, repeated, suspended } = preview.body;
  world.check(
    classes === 2 && promoted === 2 && repeated === 1 && suspended === 1,
    'the preview counts who moves up, who repeats and who is on leave',
    preview.body,
  );
  const done = await admin.post(`${here}/promotions`, body);
  world.check(done.status === 200 && done.body.finished && done.body.promoted === 2, 'the grade moves up', done.body);
  const moved = await admin.get(`${here}/classes`, { query: { title: '五年级', limit: 50 } });
  const now = moved.body.items.find(({ id }: { id: string }) => id === first);
  world.check(now?.title === '五年级一班' && now.gradeOrdinal === 5, 'the class is the same class, a grade higher', moved.body);
  const again = await admin.post(`${here}/promotions`, body);
  world.check(again.body.version === done.body.version, 'promoting the grade again changes nothing', again.body);
  const ledger = await admin.get(`/people/${repeats}/movements`);
  world.check(ledger.body.items[0].kind === 'repetition', 'the ledger says who repeats', ledger.body);
  world.say(`四年级升五年级：班级 ${classes} 个、升级 ${promoted} 人、留级 ${repeated} 人、休学 ${suspended} 人；再次升级无变更`);
}

async function aTransfer(world: World): Promise<void> {
  const [old, next] = [await world.as('rollManager', world.school), await world.as('rollManager', world.farSchool)];
  const pupilNumber = `L${digits(6)}20160305${digits(4)}`;
  const pupil = await enter(world, old, undefined, { name: '欧阳转学', pupilNumber });
  const guardian = await old.post('/people', {
    organisation: world.school.id,
    name: '欧阳家长',
    posts: [{ role: 'guardian', organisation: world.school.id, wards: [pupil] }],
  });
  world.check(guardian.status === 201, 'the pupil has a guardian', guardian.body);

  const asked = { organisation: world.farSchool.id, name: '欧阳转学', pupilNumber, reason: '随父母迁居' };
  const wrong = await next.post('/transfers', { ...asked, name: '欧阳' });
  world.check(wrong.status === 404, 'the number alone tells the receiving school nothing', wrong.body);
  const requested = await next.post('/transfers', asked);
  world.check(
    requested.status === 201 && requested.body.masked && requested.body.name === '欧*',
    'the receiving school asks, and sees the pupil masked',
    requested.body,
  );
  const { id } = requested.body;
  const waiting = await old.get('/transfers', { query: { waiting: 'true', limit: 200 } });
  const mine = waiting.body.items.find((item: { id: string }) => item.id === id);
  world.check(mine?.name === '欧阳转学' && mine.moves.includes('release'), 'it waits for the releasing school', waiting.body);
  const early = await next.post(`/transfers/${id}/release`);
  world.check(early.status === 409 && early.body.code === 'transfer.not_yours', 'nobody releases for another school', early.body);
  const released = await old.post(`/transfers/${id}/release`);
  world.check(released.body.status === 'released', 'the releasing school releases', released.body);
  const accepted = await next.post(`/transfers/${id}/accept`, {});
  world.check(accepted.body.status === 'accepted' && accepted.body.name === '欧阳转学', 'the receiving school accepts', accepted.body);

  const here = await next.get(`/people/${pupil}`);
  world.check(here.body.organisation === world.farSchool.id && here.body.posts.length === 1, 'the record has come along', here.body);
  const follows = await next.get(`/people/${guardian.body.id}`);
  world.check(follows.body.posts[0]?.about[0] === pupil, 'and the guardian with it', follows.body);
  const gone = await old.get(`/people/${pupil}`);
  world.check(gone.status === 404, 'the old school sees them no more', gone.body);
  const kept = await old.get(`/people/${pupil}/movements`);
  world.check(kept.body.items[0].kind === 'transferOut', 'and keeps its line in the ledger', kept.body);
  world.say(`转学：${world.farSchool.name}申请 → ${world.school.name}同意 → 接收；档案与家长随转，原校 404，台账留「转出」`);
}

const digits = (count: number) => String(Math.floor(Math.random() * 10 ** count)).padStart(count, '0');

async function enter(world: World, admin: Api, inClass: string | undefined, more: object = {}): Promise<string> {
  const person = await admin.post('/people', { organisation: world.school.id, name: '升级同学', ...more });
  world.check(person.status === 201, 'a pupil is registered', person.body);
  const entered = await admin.post(`/organisations/${world.school.id}/pupils`, {
    person: person.body.id,
    ...(inClass && { class: inClass }),
  });
  world.check(entered.status === 200 && entered.body.kind === 'entry', 'and enters the school', entered.body);
  return person.body.id as string;
}
