import { LifeCycle } from './life-cycle.js';
import type { Caller } from './machinery/caller.js';

const door = new LifeCycle({
  open: { from: ['shut'], to: 'open' },
  shut: { from: ['open'], to: 'shut', by: ['teacher'] },
});
const holder = (role: string) => ({ role }) as Caller;

describe('a life cycle', () => {
  it('moves as its table says', () => {
    expect(door.after('shut', 'open')).toBe('open');
  });

  it('refuses a move that the state does not allow, and says what is possible', () => {
    expect(() => door.after('open', 'open')).toThrow(
      expect.objectContaining({
        kind: expect.objectContaining({ code: 'move.not_allowed' }),
        facts: { state: 'open', possible: ['shut'] },
      }),
    );
  });

  it('offers a move only to the roles that make it', () => {
    expect(door.movesFor('open', holder('teacher'))).toEqual(['shut']);
    expect(door.movesFor('open', holder('pupil'))).toEqual([]);
  });
});
