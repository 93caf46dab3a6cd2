import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Hindrance, ROOT } from '../installation.js';

/** The authority of a real region, from the division codes. */
export function divisionOf(code: string): { name: string; kind: 'province' | 'city' | 'county'; divisionCode: string } {
  const lines = readFileSync(join(ROOT, 'services', 'identity', 'data', 'divisions.csv'), 'utf8').split('\n');
  const found = lines.map((line) => line.split(',')).find(([each]) => each === code);
  if (!found) throw new Hindrance(`There is no division ${code} in the table of division codes.`);
  const [, name, , level, , validTo, successor] = found;
  if (validTo)
    throw new Hindrance(`The division ${code} ${name} ended on ${validTo}${successor ? `; its successor is ${successor}` : ''}.`);
  return { name: `${name}教育局`, kind: level as 'province' | 'city' | 'county', divisionCode: code };
}
