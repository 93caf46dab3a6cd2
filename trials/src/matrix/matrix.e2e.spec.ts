import { postRoles, publicOperations } from '@lianxue/contracts';
import type { Api, Place, World } from '../story/world.js';
import { wholeWorld } from '../whole-world.js';
import { answerTo, askedOf, expectedOf, ownerOf, placesOf, type Asker } from './matrix.js';
import { rows } from './rows/index.js';

const askers: readonly Asker[] = [...postRoles, 'app', 'anyone'];

describe('the authorization matrix', () => {
  let world: World;
  beforeAll(async () => {
    world = await wholeWorld();
  }, 300_000);

  it('has a row for every operation', () => {
    const covered = new Set(rows.map(({ operation }) => operation.name));
    expect(
      publicOperations()
        .filter(({ name }) => !covered.has(name))
        .map(({ name }) => name),
    ).toEqual([]);
  });

  it.each(rows.map((row) => [row.operation.name, row] as const))(
    '%s answers as written',
    async (_, row) => {
      const { operation, owner, ask, fresh } = row;
      const places = placesOf(world, owner);
      const once = fresh ? undefined : await ask(world, ownerOf(world, owner));
      const differences: string[] = [];
      for (const asker of askers) {
        for (const relation of askedOf(row, asker, places)) {
          const api = await apiOf(world, asker, places[relation].place);
          const word = await answerTo(operation, api, once ?? (await ask(world, ownerOf(world, owner))));
          const expected = expectedOf(row, asker, relation);
          if (word !== expected) differences.push(`${asker} ${relation}: expected ${expected}, got ${word}`);
        }
      }
      expect(differences).toEqual([]);
    },
    300_000,
  );
});

/** A caller of this kind, acting at this place. */
function apiOf(world: World, asker: Asker, place: Place): Promise<Api> {
  if (asker === 'anyone') return Promise.resolve(world.anyone);
  if (asker === 'app') return world.selectedApp(place);
  return world.as(asker, place);
}
