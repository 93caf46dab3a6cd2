import type { PostWork } from './ports.js';

/** As many as one answer takes. */
const most = 500;

/** What waits for the holder of a post, where several parts of a service name persons for work: of all of them, the oldest first. */
export const gatheredWork = (...kinds: readonly PostWork[]): PostWork => ({
  of: async (holder) => {
    const waiting = await Promise.all(kinds.map((kind) => kind.of(holder)));
    return waiting
      .flat()
      .sort((one, other) => one.since.localeCompare(other.since))
      .slice(0, most);
  },
  passOver: async (holder, to) => {
    for (const kind of kinds) await kind.passOver(holder, to);
  },
});
