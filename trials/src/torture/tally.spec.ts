import { describe, expect, it } from '@jest/globals';
import type { Fact } from '@lianxue/contracts';
import { Tally } from './tally.js';

const fact = (id: string, entity: string, version: number) => ({ id, entity, version }) as Fact;

describe('the tally', () => {
  it('notices what never came, came twice under two ids, or came too late', () => {
    const tally = new Tally('a consumer');
    for (const seen of [fact('1', 'a', 1), fact('1', 'a', 1), fact('2', 'a', 1), fact('3', 'b', 2), fact('4', 'b', 1)]) tally.see(seen);
    expect(tally).toMatchObject({ deliveries: 5, distinct: 4, repeated: 1, outOfOrder: 1 });
    expect(tally.missed(['1', '2', '9'])).toBe(1);
  });
});
