import { describe, expect, it } from '@jest/globals';
import type { ClassSessionState, FigureRule } from '@lianxue/contracts';
import { figuresOf, type CountedEntry, type CountedSession } from './figures.js';

const rule: FigureRule = { minShare: 0.8, makeUpCounts: false, cancelledCounts: true };
const at = (time: string) => new Date(`2026-09-08T${time}:00+08:00`);
const session = (id: string, status: ClassSessionState, more: Partial<CountedSession> = {}): CountedSession => ({
  id,
  number: 1,
  startsAt: at('08:20'),
  status,
  startedAt: status === 'held' ? at('08:20') : null,
  endedAt: status === 'held' ? at('09:00') : null,
  makesUp: null,
  ...more,
});
const entry = (kind: CountedEntry['kind'], time: string, where = 'held'): CountedEntry => ({
  session: where,
  receiver: 'a',
  kind,
  at: at(time),
});
const shareOf = (...entries: CountedEntry[]) => figuresOf([session('held', 'held')], entries, [{ id: 'a', name: '甲' }], rule).cells[0]!;

describe('figures of a delivered class', () => {
  it('takes the share from each coming to the next leaving, within the session', () => {
    expect(shareOf()).toMatchObject({ outcome: 'absent', share: 0, valid: false });
    expect(shareOf(entry('signedIn', '08:10'))).toMatchObject({ outcome: 'received', share: 1, valid: true });
    expect(shareOf(entry('joined', '08:28'))).toMatchObject({ share: 0.8, valid: true });
    expect(shareOf(entry('joined', '08:29'))).toMatchObject({ share: 0.775, valid: false, outcome: 'received' });
    expect(shareOf(entry('joined', '08:20'), entry('left', '08:30'), entry('joined', '08:50'), entry('left', '09:10'))).toMatchObject({
      share: 0.5,
    });
    expect(shareOf(entry('left', '08:30'))).toMatchObject({ outcome: 'absent', share: 0 });
  });

  it('counts pairs, keeps the missed beside the made up, and follows the rule', () => {
    const sessions = [
      session('held', 'held'),
      session('off', 'cancelled'),
      session('lost', 'missed'),
      session('next', 'planned'),
      session('again', 'held', { makesUp: 'lost' }),
    ];
    const entries = [entry('signedIn', '08:20'), entry('signedIn', '08:20', 'again')];
    const receivers = [
      { id: 'a', name: '甲' },
      { id: 'b', name: '乙' },
    ];
    const strict = figuresOf(sessions, entries, receivers, rule);
    expect(strict.total).toEqual({
      planned: 8,
      held: 2,
      received: 1,
      valid: 1,
      cancelled: 2,
      missed: 2,
      madeUp: 1,
      openRate: 25,
      validRate: 12.5,
    });
    expect(strict.receivers.map(({ name, madeUp, received }) => [name, madeUp, received])).toEqual([
      ['甲', 1, 1],
      ['乙', 0, 0],
    ]);
    const generous = figuresOf(sessions, entries, receivers, { minShare: 0.8, makeUpCounts: true, cancelledCounts: false });
    expect(generous.total).toMatchObject({ openRate: 50, validRate: 33.3 });
    expect(figuresOf([], [], receivers, rule).total.openRate).toBeNull();
  });
});
