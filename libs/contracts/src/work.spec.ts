import { describe, expect, it } from '@jest/globals';
import { publicOperations } from './all.js';
import type { Role } from './roles.js';
import { work, type WorkStep } from './work.js';

describe.each(Object.entries(work) as [Role, readonly WorkStep[]][])('the work of a %s', (role, steps) => {
  const operations = steps.flatMap((step) => step.operations);

  it('is what this role may call, each operation told once', () => {
    const callable = new Set(publicOperations().filter(({ permits }) => permits !== 'anyone' && permits.includes(role)));
    expect(operations.filter((op) => !callable.has(op)).map(({ name }) => name)).toEqual([]);
    expect(new Set(operations).size).toBe(operations.length);
  });

  it('is told in Chinese and English', () => {
    for (const { name } of steps) expect(name).toMatch(/\p{Script=Han}.*[A-Za-z]/u);
  });
});
