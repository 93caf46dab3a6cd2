import { platform } from '@lianxue/testing';
import { openWorld } from './story/open-world.js';
import type { World } from './story/world.js';

/** The run's whole platform, with a world of this spec's own on it. */
export async function wholeWorld(): Promise<World> {
  const { home } = await platform();
  return openWorld({ home, say: () => undefined });
}
