import { verifyWebhook } from '@lianxue/client';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { until } from './until.js';
import type { Api, World } from './world.js';

/** In its sandbox a program takes signed events, and follows a withdrawn consent to the deletion receipt. */
export async function takesEvents(world: World, program: Api): Promise<void> {
  const heard: string[] = [];
  let secret = '';
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      try {
        heard.push(verifyWebhook(secret, request.headers, Buffer.concat(chunks)).type);
        response.writeHead(204).end();
      } catch {
        response.writeHead(401).end();
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`;
    const types = ['cn.lianxue.identity.consent.*', 'cn.lianxue.identity.deletion_request.*'];
    const subscribed = await program.post('/subscriptions', { url, types });
    world.check(subscribed.status === 201, 'it subscribes to what becomes of consents', subscribed.body);
    secret = subscribed.body.secret as string;
    const pinged = await program.post(`/subscriptions/${subscribed.body.id}/ping`);
    world.check(pinged.body.delivered, 'a signed ping arrives', pinged.body);
    await program.put('/sandbox/faults', { failingDeliveries: 1 });
    const failed = await program.post(`/subscriptions/${subscribed.body.id}/ping`);
    world.check(!failed.body.delivered && failed.body.status === 503, 'one fails on demand', failed.body);
    const again = await program.post(`/subscriptions/${subscribed.body.id}/ping`);
    world.check(again.body.delivered, 'and the next arrives', again.body);
    const withdrawn = await program.post('/sandbox/consent-withdrawal');
    world.check(withdrawn.body.state === 'withdrawn', 'a guardian of its school consents and withdraws', withdrawn.body);
    const told = await until(
      () => program.get('/me/deletion-requests', { query: { standing: 'open' } }),
      () => heard.includes('cn.lianxue.identity.deletion_request.asked'),
    );
    world.check(told !== undefined, 'which it is told', heard);
    const [request] = (await program.get('/me/deletion-requests')).body.items as { id: string; dueOn: string }[];
    const receipt = { deletedOn: request!.dueOn, what: '虚拟学生的练习', reference: `SB-${world.run}` };
    const answered = await program.post(`/deletion-requests/${request!.id}/receipt`, receipt);
    world.check(answered.body.state === 'answered', 'and it gives its receipt', answered.body);
    world.say(`沙箱事件：${heard.length} 个带签名的投递；撤回同意 → 删除回执`);
  } finally {
    server.close();
    server.closeAllConnections();
  }
}
