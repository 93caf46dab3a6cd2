import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Hindrance } from './installation.js';
import { isAlive, markOf, type Mark } from './processes.js';

/** Lets one launcher at a time work on an installation; a turn held by a dead one is taken over. Answers how to give it back. */
export function takeTurn(file: string): () => void {
  const mine = JSON.stringify(markOf(process.pid));
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      writeFileSync(file, mine, { flag: 'wx' });
      const release = () => rmSync(file, { force: true });
      process.once('exit', release);
      return release;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      if (holderLives(file)) throw new Hindrance('Lianxue is being started by another command at this moment.');
      rmSync(file, { force: true });
    }
  }
  throw new Hindrance('Lianxue is being started by another command at this moment.');
}

function holderLives(file: string): boolean {
  try {
    return isAlive(JSON.parse(readFileSync(file, 'utf8')) as Mark);
  } catch {
    return false;
  }
}
