import { isDeepStrictEqual } from 'node:util';
import { Inject, Injectable } from '@nestjs/common';
import { callFacts, CallNotFound, CallNotLater, inBeijing, refuse, type activities, type Call, type InputOf } from '@lianxue/contracts';
import { newId, Store } from '@lianxue/persistence';
import { CallForWorks } from './call-for-works.entity.js';

/** An authority prepares a call, opens it, gives it more time and closes it. */
@Injectable()
export class Calling {
  constructor(@Inject(Store) private readonly store: Store) {}

  prepare({ id = newId(), organisation, settings }: InputOf<typeof activities.prepareCall>, call: Call): Promise<CallForWorks> {
    return this.store.commit(call, async (work) => {
      await work.within(organisation);
      const prepared = Object.assign(new CallForWorks(), { id, organisation, settings });
      const same = (existing: CallForWorks) => existing.organisation === organisation && isDeepStrictEqual(existing.settings, settings);
      return work.insert(prepared, callFacts.prepared, same);
    });
  }

  change({ callId, settings }: InputOf<typeof activities.changeCall>, call: Call): Promise<CallForWorks> {
    return this.move(callId, 'change', call, (changed) => {
      changed.settings = settings;
    });
  }

  open(callId: string, call: Call): Promise<CallForWorks> {
    return this.move(callId, 'open', call);
  }

  extend({ callId, closes }: InputOf<typeof activities.extendCall>, call: Call): Promise<CallForWorks> {
    return this.move(callId, 'extend', call, (extended) => {
      const before = new Date(extended.settings.closes);
      if (new Date(closes) <= before) throw refuse(CallNotLater, { closes: inBeijing(before) });
      extended.settings = { ...extended.settings, closes };
    });
  }

  close(callId: string, call: Call): Promise<CallForWorks> {
    return this.move(callId, 'close', call);
  }

  private move(id: string, move: keyof typeof happened, call: Call, apply?: (moved: CallForWorks) => void): Promise<CallForWorks> {
    return this.store.commit(call, async (work) => {
      const moved = await work.target(CallForWorks, id, CallNotFound);
      moved.make(move);
      apply?.(moved);
      return work.update(moved, happened[move]);
    });
  }
}

const happened = {
  change: callFacts.changed,
  open: callFacts.opened,
  extend: callFacts.extended,
  close: callFacts.closed,
} as const;
