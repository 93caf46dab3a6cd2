import { assertThat, inBeijing, SigningKeysElsewhere, type Call } from '@lianxue/contracts';
import { sql, type Store } from '@lianxue/persistence';
import type { KeyRotation } from './key-rotation.js';
import type { KeyWatch } from './key-watch.js';

/** New keys before their time, where somebody may know the old ones. */
export class ReplacingKeys {
  constructor(
    private readonly rotation: KeyRotation,
    private readonly watch: KeyWatch,
    private readonly store: Store,
  ) {}

  async list() {
    const items = (await this.rotation.standing()).map(({ kid, alg, state, signsFrom }) => ({
      id: kid,
      algorithm: alg,
      state,
      signsFrom: inBeijing(signsFrom),
    }));
    return { items };
  }

  /** At the top of the tree alone: a county's administrator does not end the sign-ins of a province. */
  async replace(compromised: boolean, call: Call) {
    const [highest] = await this.store.read(sql`select 1 from organisation where id = ${call.caller.organisation} and parent is null`);
    assertThat(highest, SigningKeysElsewhere);
    await this.rotation.replace(compromised);
    await this.watch.goRound();
    await this.store.commit({ ...call, idempotencyKey: undefined }, async (work) =>
      work.note('signing_keys.replaced', call.caller.organisation!, { compromised }),
    );
    return this.list();
  }
}
