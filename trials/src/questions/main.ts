import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { keepFigures } from '../figures.js';
import { download, sendFile } from '../story/files-of-story.js';
import { openWorld } from '../story/open-world.js';
import type { Api, World } from '../story/world.js';
import { TrialPlatform } from '../trial-platform.js';

/**
 * `npm run questions -- <folder>`: imports every JSON file of exam questions in the folder, exports all of them as QTI, imports that package
 * at a school that sees none of them, and compares: what came back is the same to the letter, and every formula of the files is there.
 */
const { values, positionals } = parseArgs({
  options: { keep: { type: 'boolean', default: false }, home: { type: 'string' } },
  allowPositionals: true,
});
const [folder] = positionals;
if (!folder) throw new Error('Name a folder of JSON files of exam questions: { "example": [{ "question", "answer", "analysis" }] }');

const platform = values.home === undefined ? await TrialPlatform.start('questions') : undefined;
const world: World = await openWorld({ home: platform?.home ?? values.home!, say: () => undefined });
let held: boolean;
try {
  const teacher = await world.as('teacher', world.school);
  const asked = { stage: 'senior', subject: 'physics', evenIfAlike: true };
  const bring = async (by: Api, name: string, content: Buffer, more: object = asked) => {
    const file = await sendFile(world, by, { kind: 'questions', name }, content);
    const { status, body } = await by.post('/question-imports', { file, ...more });
    world.check(status === 200, `${name} is taken`, body);
    return body as { read: number; imported: string[]; duplicates: unknown[]; refused: unknown[] };
  };
  const contentsOf = async (by: Api, ids: readonly string[]) => {
    const contents = new Map<string, unknown>();
    for (let cursor: string | undefined; ;) {
      const { status, body } = await by.get('/questions', { query: { limit: 200, cursor } });
      world.check(status === 200, 'questions are listed', body);
      for (const { id, content, source, year, stage, subject, difficulty, fingerprint } of body.items)
        contents.set(id as string, { content, source, year, stage, subject, difficulty, fingerprint });
      if (body.next === undefined) return ids.map((id) => contents.get(id));
      cursor = body.next as string;
    }
  };
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  const files = await Promise.all(names.map(async (name) => ({ name, content: await readFile(join(folder, name)) })));
  const ids: string[] = [];
  let read = 0;
  let refused = 0;
  for (const { name, content } of files) {
    const taken = await bring(teacher, name, content);
    ids.push(...taken.imported);
    read += taken.read;
    refused += taken.refused.length;
  }
  let alike = 0;
  for (const { name, content } of files) {
    const other = await world.as('teacher', world.farSchool);
    alike += (await bring(other, name, content, { ...asked, evenIfAlike: false, dryRun: true })).duplicates.length;
  }
  const before = await contentsOf(teacher, ids);
  const exported = await teacher.post('/question-exports', { questions: ids });
  world.check(exported.status === 200, 'they are exported', exported.body);
  const bytes = Buffer.from(await download(world, teacher, exported.body.id as string));
  const sibling = await world.as('teacher', world.sibling);
  const back = await bring(sibling, 'qti.zip', bytes, { ...asked, subject: 'other' });
  const after = await contentsOf(sibling, back.imported);
  const same = before.filter((content, index) => isDeepStrictEqual(content, after[index])).length;
  const inFiles = files.flatMap(({ content }) => formulasIn(JSON.parse(content.toString())));
  const inBank = formulasIn(after);
  const formulas = { inFiles: inFiles.length, cameBack: inBank.length, same: isDeepStrictEqual(inFiles.sort(), inBank.sort()) };
  const figures = {
    files: files.map(({ name }) => basename(join(name))),
    read,
    imported: ids.length,
    refused,
    alike,
    cameBack: back.imported.length,
    same,
    formulas,
    packageBytes: bytes.length,
  };
  held = refused === 0 && same === read && back.imported.length === read && formulas.same;
  console.log(JSON.stringify(figures, null, 2));
  console.log(held ? 'held' : 'missed');
  if (values.keep) keepFigures('questions', figures);
} finally {
  await platform?.stop();
}
process.exit(held ? 0 : 1);

/** Every `$…$` and `$$…$$` of the strings of a JSON value, exactly as written; counted here apart from how the platform reads them. */
function formulasIn(value: unknown): string[] {
  if (typeof value === 'string') return value.match(/\$\$[^$]+\$\$|\$[^$]+\$/g) ?? [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(formulasIn);
}
