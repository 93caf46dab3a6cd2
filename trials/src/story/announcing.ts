import type { Api, World } from './world.js';

const day = 24 * 3600_000;

/** This moment so many days from now. */
export const at = (days: number): string => new Date(Date.now() + days * day).toISOString();

interface DataSet {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly reviewedBy?: 'nearest' | 'everyLevel';
  readonly form: object;
}

/** A whole number that must be filled in. */
export const count = (code: string, name: string, nameEn: string) => ({ code, name, nameEn, type: 'integer', required: true, min: 0 });

export const mmWithinClassrooms = {
  code: 'mm_within_classrooms',
  left: { indicators: ['mm_classrooms'] },
  op: '<=',
  right: { indicators: ['classrooms'] },
  words: '网络多媒体教室数不得超过普通教室数',
  wordsEn: 'There are no more multimedia classrooms than classrooms',
};

/** The city defines a data set under a code of this run. */
export async function defined(world: World, city: Api, { code, name, nameEn, ...more }: DataSet): Promise<string> {
  const dataSet = await city.post('/data-sets', {
    organisation: world.city.id,
    code: `${code}_${world.run}`.slice(0, 40),
    name: `${name} ${world.run}`,
    nameEn: `${nameEn} ${world.run}`,
    ...more,
  });
  world.check(dataSet.status === 201, `the city defines the data set ${name}`, dataSet.body);
  return dataSet.body.id as string;
}

/** An authority announces a quarter that is being filled in; its data are about these days from now. */
export async function announced(
  world: World,
  authority: Api,
  dataSet: string,
  name: string,
  [first, last]: readonly [number, number] = [-30, 1],
): Promise<string> {
  const period = await authority.post('/periods', {
    dataSet,
    name,
    kind: 'quarter',
    firstDay: at(first).slice(0, 10),
    lastDay: at(last).slice(0, 10),
    opens: at(-5),
    due: { school: at(10), county: at(15), city: at(20) },
  });
  world.check(period.status === 201, `${name} is announced`, period.body);
  return period.body.id as string;
}

/** The city brings the end of every level's time to this very moment. */
export async function ended(world: World, city: Api, period: string): Promise<void> {
  const { headers } = await city.get(`/periods/${period}`);
  const windows = { opens: at(-5), due: { school: at(-0.0003), county: at(-0.0002), city: at(-0.0001) } };
  const answer = await city.patch(`/periods/${period}`, { windows }, { headers: { 'if-match': headers.get('etag')! } });
  world.check(answer.status === 200 && answer.body.state === 'closed', 'the time of every level is over', answer.body);
}
