import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { FoundationExists, identity, Refusal, ServiceUnavailable, TimedOut, TokenInvalid, type RequestOf } from '@lianxue/contracts';
import { connectAs, type NatsAddress } from '@lianxue/wire';

export type Foundation = RequestOf<typeof identity.found>;
export type FirstPartyClient = Foundation['clients'][number];

/** What passes when identity has just started, or has not heard of our key yet. */
const PASSING: readonly string[] = [ServiceUnavailable.code, TimedOut.code, TokenInvalid.code];

/** Asks identity, as `service:deploy`, to make the authority, its first administrator and the platform's own clients. False: that was done before. */
export async function found(nats: NatsAddress, foundation: Foundation): Promise<boolean> {
  Logger.overrideLogger(['error', 'fatal']);
  const deploy = await connectAs('deploy', nats);
  try {
    for (let attempt = 0; ; attempt++) {
      const code = await refusalOf(deploy.clients.of(identity).found(foundation));
      if (code === undefined) return true;
      if (code === FoundationExists.code) return false;
      if (!PASSING.includes(code) || attempt === 20) throw new Error(`identity refused the foundation: ${code}`);
      await sleep(500);
    }
  } finally {
    await deploy.close();
  }
}

async function refusalOf(asked: Promise<unknown>): Promise<string | undefined> {
  try {
    await asked;
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error.kind.code;
    throw error;
  }
}
