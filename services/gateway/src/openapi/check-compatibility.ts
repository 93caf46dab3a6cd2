import { execFileSync } from 'node:child_process';
import { breaksBetween } from './compatibility.js';
import { openApiDocument } from './document.js';
import type { Json } from './schemas.js';

/** Compares the API with the last release's (the newest tag `v*`); `npm run openapi:compat`. Fails when something was taken away. */
const git = (...parameters: readonly string[]) =>
  execFileSync('git', parameters, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 64 * 1024 * 1024 });

function lastRelease(): { tag: string; document: Json } | undefined {
  const [tag] = git('tag', '--list', 'v*', '--sort=-version:refname').split('\n');
  if (!tag) return undefined;
  try {
    return { tag, document: JSON.parse(git('show', `${tag}:docs/openapi.json`)) as Json };
  } catch {
    return undefined;
  }
}

const release = lastRelease();
const breaks = release ? breaksBetween(release.document, openApiDocument()) : [];
for (const each of breaks) process.stdout.write(`${each}\n`);
process.stdout.write(release ? `${breaks.length} breaking changes since ${release.tag}\n` : 'no release to compare with\n');
process.exitCode = breaks.length > 0 ? 1 : 0;
