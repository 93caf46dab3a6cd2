import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

const tries = 5;
const longestMs = 30_000;

/**
 * Tries again what may be tried again. 429 and 503 say that nothing was done. After a lost connection or a 504 nobody
 * knows: reads are repeated, and a POST is, because each carries an Idempotency-Key under which it is done once.
 */
export function retrying(ask: (request: Request) => Promise<Response>): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method === 'POST' && !request.headers.has('idempotency-key')) request.headers.set('idempotency-key', randomUUID());
    const repeatable = request.method === 'GET' || request.method === 'POST';
    for (let made = 1; ; made++) {
      const answer = await ask(request.clone()).catch((error: unknown) => error);
      if (made === tries || !(await worthRepeating(answer, repeatable))) {
        if (answer instanceof Response) return answer;
        throw answer;
      }
      await sleep(pauseOf(answer, made));
    }
  };
}

async function worthRepeating(answer: unknown, repeatable: boolean): Promise<boolean> {
  if (!(answer instanceof Response)) return repeatable;
  if (answer.status === 409) return isUnderWay(answer);
  return answer.status === 429 || answer.status === 503 || (repeatable && answer.status === 504);
}

/** What was asked for before the connection was lost is still being done, under the same Idempotency-Key. */
async function isUnderWay(answer: Response): Promise<boolean> {
  const problem = (await answer
    .clone()
    .json()
    .catch(() => undefined)) as { code?: unknown } | undefined;
  return problem?.code === 'idempotency.in_progress';
}

/** As long as the platform says, else longer each time; never in step with others. */
function pauseOf(answer: unknown, made: number): number {
  const said = answer instanceof Response ? Number(answer.headers.get('retry-after') ?? Number.NaN) * 1000 : Number.NaN;
  return Math.min(longestMs, (Number.isFinite(said) ? said : 250 * 2 ** made) + Math.random() * 250);
}
