import { sweep } from './sweep.mjs';

export default async function teardown() {
  if (process.env.LIANXUE_TEST_RUN) await sweep(process.env.LIANXUE_TEST_RUN);
}
