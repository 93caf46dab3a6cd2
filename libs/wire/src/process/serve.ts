import { NestFactory } from '@nestjs/core';
import type { MicroserviceOptions } from '@nestjs/microservices';
import type { INestApplicationContext, Type } from '@nestjs/common';
import type { Contract } from '@lianxue/contracts';
import { WireServer } from '../serving/wire-server.js';
import { Health } from './health.js';
import { logOf, NestLog } from './log.js';
import { Conditions } from './readiness.js';

/** Longer than the drain, shorter than the 30 s after which supervisors kill. */
const endWithinMs = 25_000;

/** Runs a service as a process of its own, until it is told to end. */
export async function serve(module: Type, contract: Contract): Promise<void> {
  const service = Object.values(contract)[0]?.service ?? 'service';
  const log = logOf(service);
  const ending = whenToldToEnd((error) => log.fatal({ err: error }, 'unhandled error'));
  const port = process.env.LIANXUE_HEALTH_PORT;
  const health = port ? await Health.listen(Number(port)) : undefined;
  try {
    const app = await NestFactory.createMicroservice<MicroserviceOptions>(module, {
      inject: [WireServer],
      useFactory: (strategy: WireServer) => ({ strategy }),
      logger: new NestLog(log),
      abortOnError: false,
    } as never);
    health?.watch(app.get(Conditions));
    const failed = app.listen().then(
      () => new Promise<never>(() => undefined),
      (error: unknown) => Promise.reject(error as Error),
    );
    const code = await Promise.race([ending, failed]);
    log.info('Ending: finishing what is in flight');
    await closed(app);
    health?.close();
    process.exitCode = code;
    log.info('Ended');
  } catch (error) {
    log.fatal({ err: error }, `${service} cannot run`);
    process.exitCode = 1;
  }
  // Whatever still holds the event loop open has had its time.
  log.flush();
  process.exit();
}

/**
 * The exit code, once the process is told to end or something unhandled happened. Later signals change nothing: Ctrl-C
 * reaches a whole process group, and must not cut off half-way what the launcher ends in order.
 */
export function whenToldToEnd(unhandled: (error: unknown) => void): Promise<number> {
  return new Promise((resolve) => {
    const end = (code: number) => {
      resolve(code);
      setTimeout(() => process.exit(1), endWithinMs).unref();
    };
    process.on('SIGTERM', () => end(Number(process.exitCode ?? 0)));
    process.on('SIGINT', () => end(Number(process.exitCode ?? 0)));
    for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
      process.on(event, (error: unknown) => {
        unhandled(error);
        end(1);
      });
    }
  });
}

async function closed(app: INestApplicationContext): Promise<void> {
  await app.close();
}
