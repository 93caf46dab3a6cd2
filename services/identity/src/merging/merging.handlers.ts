import { identity, inBeijing, type Call, type InputOf } from '@lianxue/contracts';
import { Handles } from '@lianxue/wire';
import { Controller } from '@nestjs/common';
import type { Merger } from './merger.entity.js';
import { Merging, undoableMs } from './merging.js';
import { Pairs } from './pairs.js';

@Controller()
export class MergingHandlers {
  constructor(
    private readonly merging: Merging,
    private readonly pairs: Pairs,
  ) {}

  @Handles(identity.duplicates)
  duplicates(paging: InputOf<typeof identity.duplicates>, call: Call) {
    return this.pairs.list(paging, call);
  }

  @Handles(identity.dismissDuplicate)
  dismissDuplicate({ duplicateId }: InputOf<typeof identity.dismissDuplicate>, call: Call) {
    return this.pairs.dismiss(duplicateId, call);
  }

  @Handles(identity.mergePerson)
  async mergePerson({ personId, into }: InputOf<typeof identity.mergePerson>, call: Call) {
    return mergerView(await this.merging.merge(personId, into, call));
  }

  @Handles(identity.unmergePerson)
  async unmergePerson({ personId }: InputOf<typeof identity.unmergePerson>, call: Call) {
    return mergerView(await this.merging.undo(personId, call));
  }
}

const mergerView = ({ id, version, createdAt, updatedAt, from, into, trace, undone }: Merger) => {
  const moved: Record<string, number> = {};
  for (const { thing } of trace.steps) moved[thing] = (moved[thing] ?? 0) + 1;
  return {
    ...{ id, version, createdAt: inBeijing(createdAt), updatedAt: inBeijing(updatedAt), from, into, moved, undone },
    undoUntil: inBeijing(new Date(createdAt.getTime() + undoableMs)),
  };
};
