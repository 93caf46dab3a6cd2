import { once } from 'node:events';
import { connect, createServer, type AddressInfo } from 'node:net';

/** A line to the platform that breaks in the middle: so many times, each time after so many bytes have gone out. */
export async function interruptedLine(origin: string, { times, after }: { readonly times: number; readonly after: number }) {
  const { hostname, port } = new URL(origin);
  let broken = 0;
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    const hangUp = () => {
      near.destroy();
      far.destroy();
    };
    let sent = 0;
    near.on('data', (bytes) => {
      if (broken < times && (sent += bytes.length) > after) {
        broken++;
        return hangUp();
      }
      if (!far.write(bytes)) near.pause();
    });
    far.on('drain', () => near.resume());
    far.pipe(near);
    for (const end of [near, far]) end.on('error', hangUp).on('close', hangUp);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    broken: () => broken,
    close: () => server.close(),
  };
}
