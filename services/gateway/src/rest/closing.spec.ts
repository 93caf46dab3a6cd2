import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { openEdge } from './spec-kit/open-edge.js';

describe('the edge as it closes', () => {
  it('answers every request that reaches it, and ends without waiting for idle connections', async () => {
    const edge = await openEdge({ drainMs: 1_500 });
    const agent = new Agent({ keepAlive: true, maxSockets: 20 });
    const statuses: number[] = [];
    const failures: string[] = [];
    let begun = 0;
    edge.edge.app.getHttpServer().on('request', () => begun++);
    const asking = Array.from({ length: 20 }, async () => {
      while (!failures.includes('ECONNREFUSED')) {
        await status(`${edge.url}/api/v1/slow?ms=30`, agent).then(
          (each) => statuses.push(each),
          (error: Error & { code?: string }) => failures.push(String(error.code)),
        );
      }
    });
    const slow = status(`${edge.url}/api/v1/slow?ms=2500`, agent);
    await sleep(300);
    const closed = edge.close();
    await sleep(100);
    expect((await fetch(`${edge.url}/health/ready`)).status).toBe(503);
    await Promise.all(asking);
    expect(await slow).toBe(200);
    await closed;
    // Who connects at the moment of closing is refused, or reset by the kernel, before any request of theirs is read.
    expect(failures.filter((code) => code !== 'ECONNREFUSED' && code !== 'ECONNRESET')).toEqual([]);
    expect({ answered: statuses.length, others: statuses.filter((each) => each !== 200) }).toEqual({ answered: begun - 2, others: [] });
    expect(statuses.length).toBeGreaterThan(20);
    await expect(fetch(edge.url)).rejects.toThrow();
    agent.destroy();
  });
});

function status(url: string, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    request(url, { agent }, (response) => response.resume().on('end', () => resolve(response.statusCode ?? 0)))
      .on('error', reject)
      .end();
  });
}
