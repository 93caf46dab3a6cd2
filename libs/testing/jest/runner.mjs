import { createRequire, register } from 'node:module';
import { pathToFileURL } from 'node:url';
import { ModuleMocker } from 'jest-mock';

/**
 * Jest runs each spec in a world of its own, into which it loads every module anew: five seconds of loading for one of testing. Here Jest still
 * finds, runs and reports the tests, and Node loads them: a spec is new each time, what it tests stays loaded and is what `dist` holds, so it
 * is the built platform that is tested. Specs of one worker therefore share module state, as they would in a running service.
 */
register('./loading.mjs', import.meta.url);
process.setSourceMapsEnabled(true);

const require = createRequire(import.meta.url);
const ofCircus = createRequire(require.resolve('jest-circus/runner'));
const framework = ofCircus.resolve('./jestAdapterInit');
const adapter = ofCircus('./runner').default;
const mocker = new ModuleMocker(globalThis);
let suites = 0;

export default function run(globalConfig, config, environment, runtime, testPath, sendMessageToJest) {
  const native = {
    enterTestCode: () => runtime.enterTestCode(),
    leaveTestCode: () => runtime.leaveTestCode(),
    requireModule: (path) => require(path),
    /** Whoever ran before left hooks and handlers in it. */
    requireInternalModule(path) {
      delete globalThis[Symbol.for('EVENT_HANDLERS')];
      delete require.cache[framework];
      return require(path);
    },
    setGlobalsForRuntime: (globals) =>
      Object.assign(globalThis, globals, {
        console: environment.global.console,
        // Of one mocker: what another one replaced, it could not restore, and the next spec of this worker would live with it.
        jest: {
          spyOn: mocker.spyOn.bind(mocker),
          restoreAllMocks: () => mocker.restoreAllMocks(),
        },
      }),
    unstable_shouldLoadAsEsm: () => true,
    unstable_importModule: (path) => import(`${pathToFileURL(path).href}?suite=${++suites}`),
  };
  return adapter(globalConfig, config, environment, native, testPath, sendMessageToJest);
}
