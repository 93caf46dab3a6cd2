import { eachOf } from '../each-of.js';
import { announced, count, defined } from './announcing.js';
import type { Answer, Api, Place, World } from './world.js';

const schoolsInAll = 200;

/** Of this quarter's schools the first lost half of their multimedia classrooms, some grew, and the others are as they were. */
const doubtful = 5;
const grown = 15;

const lastQuarter = (n: number) => ({ classrooms: 20 + (n % 10), mm_classrooms: 10 + (n % 10) });
const thisQuarter = (n: number) => {
  const { classrooms, mm_classrooms } = lastQuarter(n);
  return { classrooms, mm_classrooms: n < doubtful ? Math.floor(mm_classrooms / 2) : mm_classrooms + 1 };
};

/** 200 schools in one sitting: what is as before at one stroke, what is doubtful back with reasons, the rest together. */
export async function sittingStep(world: World): Promise<void> {
  const city = await world.as('cityReviewer', world.city);
  const area = await newArea(world);
  const reviewer = await world.as('countyReviewer', area.bureau);
  const indicators = [count('classrooms', '普通教室数', 'Classrooms'), count('mm_classrooms', '网络多媒体教室数', 'Multimedia classrooms')];
  const dataSet = await defined(world, city, { code: 'sitting', name: '班班通', nameEn: 'Classrooms', form: { indicators } });
  await warnsOfDrops(world, city, dataSet);

  const before = await announced(world, city, dataSet, `上季 ${world.run}`, [-120, -31]);
  const reported = await eachOf(area.schools, 8, (school, n) => area.report(before, school, lastQuarter(n)));
  const all = await reviewer.post('/submissions/approve', { submissions: reported });
  world.check(all.status === 200 && all.body.decided === schoolsInAll, 'last quarter is approved by one call', all.body);
  const now = await announced(world, city, dataSet, `本季 ${world.run}`);
  await eachOf(area.schools, 8, (school, n) =>
    n < doubtful + grown ? area.report(now, school, thisQuarter(n)) : area.confirm(now, school),
  );
  await oneSitting(world, { reviewer, ...area }, now);
}

/** What warns, what changed, what did not: five calls for two hundred schools. */
async function oneSitting(world: World, { reviewer, correct }: Area & { reviewer: Api }, period: string): Promise<void> {
  const waiting = () => reviewer.get('/submissions', { query: { period, status: 'submitted', sort: 'risk', limit: schoolsInAll } });
  const list = (await waiting()).body.items as { id: string; risk: number; warningCount: number; changeCount: number }[];
  const risks = list.map(({ risk }) => risk);
  world.check(
    list.length === schoolsInAll && String(risks) === String([...risks].sort((a, b) => b - a)),
    'the most at risk come first',
    risks,
  );
  const warned = list.slice(0, doubtful);
  world.check(
    warned.every(({ warningCount }) => warningCount > 0) && list.slice(doubtful).every(({ warningCount }) => warningCount === 0),
    'those that a rule warns of before all others',
    list.slice(0, 8),
  );
  const alike = await reviewer.post('/submissions/approve-unremarkable', { period, note: '与上季一致' });
  world.check(alike.body.decided === schoolsInAll - doubtful - grown, 'what is as before is approved at one stroke', alike.body);
  const reasons = [{ field: 'mm_classrooms', reason: '比上季少一半，请与设备台账核对' }];
  const returned = await reviewer.post('/submissions/return', { items: warned.map(({ id }) => ({ submission: id, reasons })) });
  world.check(returned.body.decided === doubtful, 'what is doubtful goes back with its reason', returned.body);
  const rest = await reviewer.post('/submissions/approve', { submissions: list.slice(0, doubtful + grown).map(({ id }) => id) });
  const refused = (rest.body.items as { refused: { code: string } | null }[]).flatMap(({ refused }) => refused?.code ?? []);
  world.check(
    rest.body.decided === grown && refused.length === doubtful && refused.every((code) => code === 'move.not_allowed'),
    'of the rest each is decided alone: the returned ones are refused, and hinder no other',
    rest.body,
  );

  await eachOf(warned, doubtful, ({ id }) => correct(id, { mm_classrooms: 12 }));
  const second = (await waiting()).body.items as { id: string; round: number; changes: object[] }[];
  world.check(
    second.length === doubtful && second.every(({ round, changes }) => round === 2 && changes.length === 1),
    'the second round shows what changed',
    second.map(({ round, changes }) => ({ round, changes })),
  );
  await reviewer.post('/submissions/approve', { submissions: second.map(({ id }) => id) });
  const { total } = (await reviewer.get(`/periods/${period}/completion`)).body as { total: { expected: number; approved: number } };
  world.check(total.approved === schoolsInAll && total.expected === schoolsInAll, 'all are approved', total);
  world.say(
    `一次审完 ${total.approved} 所学校：${alike.body.decided} 所与上季一致一次通过，${doubtful} 所有警告退回后再报，${grown} 所有变化批量通过`,
  );
}

async function warnsOfDrops(world: World, city: Api, dataSet: string): Promise<void> {
  const rule = await city.post(`/data-sets/${dataSet}/validation-rules`, {
    organisation: world.city.id,
    code: 'drops_over_20',
    severity: 'warning',
    words: '{indicator}比上季减少超过 20%',
    wordsEn: '{indicator} fell by more than 20 %',
    condition: { kind: 'change', percent: 20, drops: true },
  });
  world.check(rule.status === 201, 'the city defines a rule that warns', rule.body);
  world.check((await city.post(`/validation-rules/${rule.body.id}/switch-on`)).status === 200, 'and switches it on');
}

interface Area {
  readonly schools: readonly Place[];
  /** Each school's own program reports for it; answer the submission's id. */
  report(period: string, school: Place, values: object): Promise<string>;
  confirm(period: string, school: Place): Promise<string>;
  correct(submission: string, values: object): Promise<void>;
}

/** A new area 高新区 with an education bureau of its own and two hundred schools; made once in a city. */
async function newArea(world: World): Promise<Area & { bureau: Place }> {
  const admin = await world.as('systemAdmin', world.city);
  const made = async (organisation: object): Promise<Place> => {
    const answer = await admin.post('/organisations', organisation);
    world.check(answer.status === 201, 'an organisation of the new area is registered', answer.body);
    return answer.body as Place;
  };
  const below = async (parent: Place, kind: string, name: string) =>
    (await admin.get('/organisations', { query: { below: parent.id, kind, name, limit: 200 } })).body.items as Place[];
  const [found] = await below(world.city, 'bureau', '高新区社会事务局');
  const bureau = found ?? (await made({ parent: world.city.id, kind: 'bureau', name: '高新区社会事务局' }));
  const known = await below(bureau, 'school', '高新区第');
  const missing = Array.from({ length: schoolsInAll - known.length }, (_, n) => `高新区第${known.length + n + 1}小学`);
  const more = await eachOf(missing, 8, (name) => made({ parent: bureau.id, kind: 'school', name, schoolType: '211' }));

  const program = await world.selectedApp(bureau);
  const ok = ({ status, body }: Answer): string => {
    world.check(status < 300, 'a school of the new area reports', body);
    return body.id as string;
  };
  const actingFor = ({ id }: Place) => ({ headers: { 'acting-organisation': id } });
  const submit = async (submission: string) => ok(await program.post(`/submissions/${submission}/submit`));
  return {
    bureau,
    schools: [...known, ...more],
    report: async (period, school, values) =>
      submit(ok(await program.post(`/periods/${period}/submissions`, { organisation: school.id, values }, actingFor(school)))),
    confirm: async (period, school) =>
      ok(await program.post(`/periods/${period}/submissions/unchanged`, { organisation: school.id }, actingFor(school))),
    correct: async (submission, values) => {
      ok(await program.patch(`/submissions/${submission}`, { values }, { headers: { 'if-match': '*' } }));
      await submit(submission);
    },
  };
}
