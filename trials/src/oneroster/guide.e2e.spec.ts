import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { blocksOf, follow } from '../guide/following.js';
import { wholeWorld } from '../whole-world.js';
import { rosterSchool } from './school.js';

describe('the OneRoster guide', () => {
  it('leads where it says', async () => {
    const world = await wholeWorld();
    const { access, pupils } = await rosterSchool(world);
    const given = { ORIGIN: world.origin, CLIENT_ID: access.clientId, CLIENT_SECRET: access.clientSecret };
    const blocks = blocksOf(resolve(import.meta.dirname, '../../../docs/guides/oneroster.md'));
    expect(blocks.length).toBeGreaterThan(3);
    const said = await follow(blocks, given);
    expect(said).toContain('"score":92.5');
    expect(said).toContain('"suppliedSourcedId":"mine-1"');
    expect(pupils.some((pupil) => said.includes(pupil))).toBe(true);
  }, 300_000);
});
