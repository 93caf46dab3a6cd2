import { describe, expect, it } from '@jest/globals';
import * as exported from './index.js';
import { platformRefusals, publicContracts, publicFacts, publicOperations } from './all.js';
import { TypePattern } from './subscriptions/subscriptions.js';
import type { Contract, FactKind, RefusalKind } from './index.js';

const isObject = (value: unknown): value is Record<string, Record<string, unknown>> => typeof value === 'object' && value !== null;
const everyEntry = (value: unknown, fits: (entry: Record<string, unknown>) => boolean) =>
  isObject(value) && Object.values(value).length > 0 && Object.values(value).every((entry) => isObject(entry) && fits(entry));

const everything: readonly unknown[] = Object.values(exported);
const contracts = everything.filter((value): value is Contract =>
  everyEntry(value, (entry) => 'verb' in entry && 'path' in entry && 'base' in entry),
);
const factKinds = everything.filter((value): value is Record<string, FactKind> =>
  everyEntry(value, (entry) => 'happened' in entry && 'thing' in entry),
);

describe('the list of everything', () => {
  it('misses no contract that is exported', () => {
    const listed = publicContracts.map((contract) => Object.values(contract)[0]!.service);
    const present = contracts.map((contract) => Object.values(contract)[0]!.service);
    expect([...listed].sort()).toEqual([...present].sort());
  });

  it('misses no facts that are exported', () => {
    const types = (kinds: readonly Readonly<Record<string, FactKind>>[]) =>
      kinds.flatMap((kind) => Object.values(kind).map(({ type }) => type));
    expect(types(publicFacts).sort()).toEqual(types(factKinds).sort());
  });

  it('has no type of fact that cannot be subscribed to by its name', () => {
    const types = publicFacts.flatMap((kinds) => Object.values(kinds).map(({ type }) => type));
    expect(types.filter((type) => !TypePattern.safeParse(type).success)).toEqual([]);
  });

  it('names every operation once, and every route once', () => {
    const operations = publicContracts.flatMap((contract) => Object.values(contract));
    expect(duplicates(operations.map(({ name }) => name))).toEqual([]);
    expect(duplicates(publicOperations().map(({ verb, base, path }) => `${verb} ${base}${path.replace(/:\w+/g, ':')}`))).toEqual([]);
  });

  it('gives one code to one refusal, beginning with its subject', () => {
    const declared = new Set<RefusalKind>([
      ...platformRefusals,
      ...publicContracts.flatMap((contract) => Object.values(contract).flatMap(({ fails }) => fails ?? [])),
    ]);
    const codes = [...declared].map(({ code }) => code);
    expect(duplicates(codes)).toEqual([]);
    for (const code of codes) expect(code).toMatch(/^[a-z]+(_[a-z]+)*(\.[a-z]+(_[a-z]+)*)*$/);
  });

  it('lets no field be in two of params, query and body of one operation', () => {
    for (const op of publicContracts.flatMap((contract) => Object.values(contract))) {
      const keys = [op.params, op.query, op.body].flatMap((part) => (part && 'shape' in part ? Object.keys(part.shape as object) : []));
      expect({ operation: op.name, twice: duplicates(keys) }).toEqual({ operation: op.name, twice: [] });
    }
  });
});

const duplicates = (values: readonly string[]) => values.filter((value, index) => values.indexOf(value) !== index);
