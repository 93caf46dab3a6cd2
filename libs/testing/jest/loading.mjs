import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { transformFile } from '@swc/core';

/** How a worker loads specs; see runner.mjs. Specs and what only they use have no place in `dist`: swc strips their types (`npm run types` checks them). */
const packages = new URL('../../../', import.meta.url).href;
const sources = new RegExp(`^(${packages.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?:(?:libs|services|deploy)/[^/]+|trials))/src/`);

const typescript = /\.ts(\?|$)/;

const options = {
  jsc: {
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
    target: 'es2022',
  },
  module: { type: 'es6' },
  sourceMaps: 'inline',
};

/** What Jest gives to the spec that runs now, under the names of `@jest/globals`; modules that stay loaded read it anew. */
const globals = ['expect', 'test', 'it', 'describe', 'beforeAll', 'afterAll', 'beforeEach', 'afterEach', 'jest']
  .map((name) => `export const ${name} = live('${name}');`)
  .join('\n');
const live = `const live = (name) => new Proxy(() => {}, {
  apply: (_target, _this, given) => globalThis[name](...given),
  get: (_target, key) => globalThis[name][key],
});`;

export async function resolve(specifier, context, next) {
  if (specifier === '@jest/globals') return { url: 'jest:globals', format: 'module', shortCircuit: true };
  const { parentURL = '' } = context;
  if (!specifier.startsWith('.') || !typescript.test(parentURL)) return next(specifier, context);
  const { href } = new URL(specifier, parentURL);
  const compiled = href.replace(sources, '$1/dist/');
  if (!href.endsWith('.js') || existsSync(fileURLToPath(compiled))) return next(compiled, context);
  return { url: `${href.slice(0, -3)}.ts${new URL(parentURL).search}`, format: 'module', shortCircuit: true };
}

export async function load(url, context, next) {
  if (url === 'jest:globals') return { format: 'module', shortCircuit: true, source: `${live}\n${globals}` };
  if (!typescript.test(url)) return next(url, context);
  const { code } = await transformFile(fileURLToPath(url.replace(/\?.*/, '')), options);
  return { format: 'module', shortCircuit: true, source: code };
}
