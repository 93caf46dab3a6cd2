import { announced, count, defined } from './announcing.js';
import type { Api, World } from './world.js';

/** A rule is tried on last quarter, switched on, and a school's drop of more than 20 % needs a remark. */
export async function rulesStep(world: World): Promise<void> {
  const city = await world.as('cityReviewer', world.city);
  const school = await world.as('schoolAdmin', world.school);

  const dataSet = await define(world, city);
  const earlier = await announced(world, city, dataSet, `前一季度 ${world.run}`, [-95, -65]);
  const last = await announced(world, city, dataSet, `上季度 ${world.run}`, [-60, -30]);
  const now = await announced(world, city, dataSet, `本季度 ${world.run}`, [-25, 5]);
  await submitted(world, school, earlier, { classrooms: 50, mm_classrooms: 40 });
  await submitted(world, school, last, { classrooms: 30, mm_classrooms: 27 });
  const first = await submitted(world, school, now, { classrooms: 30, mm_classrooms: 28 }, false);
  world.check(first.computed.mm_ratio === 93.33, 'the share of multimedia classrooms is computed', first);
  world.say('a school typed two figures; the platform computed their ratio: 93.33 %');

  const rule = await tried(world, city, dataSet, [last]);
  await switchOn(world, city, rule);
  await explained(world, school, first);
}

async function define(world: World, city: Api): Promise<string> {
  const indicators = [
    count('classrooms', '普通教室数', 'Classrooms'),
    count('mm_classrooms', '网络多媒体教室数', 'Multimedia classrooms'),
    {
      code: 'mm_ratio',
      name: '网络多媒体教室占比',
      nameEn: 'Share of multimedia classrooms',
      type: 'percent',
      formula: 'ratio(mm_classrooms, classrooms) * 100',
    },
  ];
  const dataSet = await defined(world, city, {
    code: 'rules',
    name: '班班通季度数据',
    nameEn: 'Classrooms by quarter',
    form: { indicators },
  });
  const circle = await city.post(`/data-sets/${dataSet}/forms`, {
    indicators: [{ code: 'a', name: '甲', nameEn: 'A', type: 'number', formula: '100 - a' }],
  });
  world.check(
    circle.status === 400 && circle.body.errors?.[0]?.code === 'expression.circle',
    'a formula that refers to itself is refused',
    circle.body,
  );
  return dataSet;
}

async function submitted(world: World, school: Api, period: string, values: object, submit = true) {
  const draft = await school.post(`/periods/${period}/submissions`, { organisation: world.school.id, values });
  world.check(draft.status === 201, 'the school fills in', draft.body);
  if (!submit) return draft.body;
  const answer = await school.post(`/submissions/${draft.body.id}/submit`);
  world.check(answer.status === 200, 'and submits', answer.body);
  return answer.body;
}

async function tried(world: World, city: Api, dataSet: string, periods: string[]): Promise<string> {
  const path = `/data-sets/${dataSet}/validation-rules`;
  const content = {
    organisation: world.city.id,
    code: 'change_over_20',
    severity: 'warning',
    needsRemark: true,
    words: '{indicator}与上期相比变动超过 20%',
    wordsEn: '{indicator} differs from last quarter by more than 20 %',
  };
  const endless = await city.post(path, { ...content, condition: { kind: 'expression', expression: '[1, 2].all(x, x > 0)' } });
  world.check(
    endless.status === 400 && endless.body.errors?.[0]?.pointer === '/condition/expression',
    'a rule that walks over a list is refused',
    endless.body,
  );
  const rule = await city.post(path, { ...content, condition: { kind: 'change', percent: 20 } });
  world.check(rule.status === 201 && rule.body.state === 'draft', 'the city defines a rule', rule.body);
  const trial = await city.post(`/validation-rules/${rule.body.id}/try`, { periods });
  const { tried: count, broken, items } = trial.body;
  world.check(trial.status === 200 && count === 1 && broken === 1, 'the rule is tried on last quarter', trial.body);
  world.check(items[0].fields.join() === 'classrooms,mm_classrooms', 'the trial names the fields', trial.body);
  world.say(`the city tried a rule on last quarter: ${broken} of ${count} submissions would have needed a remark; nothing was changed`);
  return rule.body.id as string;
}

async function switchOn(world: World, city: Api, rule: string): Promise<void> {
  const answer = await city.post(`/validation-rules/${rule}/switch-on`);
  world.check(answer.status === 200 && answer.body.state === 'on', 'the city switches the rule on', answer.body);
}

async function explained(world: World, school: Api, { id, version }: { id: string; version: number }): Promise<void> {
  const path = `/submissions/${id}`;
  const put = (at: number, body: object) => school.put(path, body, { headers: { 'if-match': `"${at}"` } });
  const typed = await put(version, { values: { classrooms: 30, mm_classrooms: 20, mm_ratio: 99 } });
  world.check(
    typed.status === 422 && typed.body.faults?.[0]?.rule === 'computed',
    'a typed value for the computed indicator is refused',
    typed.body,
  );
  const values = { classrooms: 30, mm_classrooms: 20 };
  const dropped = await put(version, { values });
  world.check(
    dropped.status === 200 && dropped.body.warnings?.[0]?.field === 'mm_classrooms',
    'the drop is marked at its field',
    dropped.body,
  );
  const validation = await school.get(`${path}/validation`);
  world.check(validation.body.faults?.[0]?.field === 'mm_classrooms', 'validating says what is missing', validation.body);
  const refused = await school.post(`${path}/submit`);
  world.check(
    refused.status === 422 && refused.body.code === 'submission.broken_rules' && refused.body.faults[0].rule === 'change_over_20',
    'without a remark it is not submitted',
    refused.body,
  );
  const remarked = await put(dropped.body.version, { values, remarks: { mm_classrooms: '七间教室设备报废，待更新' } });
  world.check(remarked.status === 200, 'the school explains the drop', remarked.body);
  const accepted = await school.post(`${path}/submit`);
  world.check(accepted.status === 200 && accepted.body.warningCount === 1, 'and submits; the reviewer sees the warning', accepted.body);
  world.say('a drop from 27 to 20 multimedia classrooms was submitted only with a remark; the reviewer sees both');
}
