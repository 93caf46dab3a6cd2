import { Rounds } from '@lianxue/persistence';
import type { KeyRotation } from './key-rotation.js';
import type { SigningKeys } from './keys.js';

/** Soon enough after one replica has replaced a key that others know. */
const everyMs = 3_000;

/** Looks every few seconds which keys there are now, and tells when they, or their order, changed. */
export class KeyWatch extends Rounds {
  constructor(
    private readonly rotation: KeyRotation,
    private held: SigningKeys,
    private readonly changed: (keys: SigningKeys) => void,
  ) {
    super(everyMs);
  }

  protected async round(): Promise<void> {
    const keys = await this.rotation.now();
    if (namesOf(keys) === namesOf(this.held)) return;
    this.held = keys;
    this.changed(keys);
    this.log.log('The keys of unified auth changed');
  }
}

const namesOf = ({ keys }: SigningKeys): string => keys.map(({ kid }) => kid).join();
