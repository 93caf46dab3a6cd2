import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import type { KnownProvider } from './known-accounts.js';

const secret = 'the secret the province gave us';

/** A provincial platform: the package `oidc-provider` itself, whose own pages ask for a name and no more. */
export interface Province {
  readonly origin: string;
  /** It as it is registered here, under this id. */
  registered(id: string, more?: Partial<KnownProvider>): KnownProvider;
  /** What it says about people beside their name there, by that name. */
  readonly says: Map<string, Record<string, unknown>>;
  close(): Promise<void>;
}

/** Opens a province that sends browsers back to these addresses. */
export async function openProvince(returnAddresses: readonly string[]): Promise<Province> {
  const server: Server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const says = new Map<string, Record<string, unknown>>();
  const provider = new Provider(origin, {
    clients: [{ client_id: 'lianxue', client_secret: secret, redirect_uris: [...returnAddresses], grant_types: ['authorization_code'] }],
    pkce: { required: () => true },
    claims: { openid: ['sub', 'xjh'], profile: ['name'] },
    conformIdTokenClaims: false,
    cookies: { keys: ['of the province'] },
    findAccount: (_ctx, sub) => ({ accountId: sub, claims: () => ({ sub, name: `${sub}（省）`, ...says.get(sub) }) }),
  });
  const serve = provider.callback();
  server.on('request', (request, response) => void serve(request, response));
  const registered = (id: string, more: Partial<KnownProvider> = {}): KnownProvider => ({
    id,
    version: 1,
    name: { zh: '江西教育', en: 'Jiangxi Education' },
    issuer: origin,
    clientId: 'lianxue',
    clientSecret: secret,
    subjectClaim: 'sub',
    scopes: ['openid', 'profile'],
    match: null,
    enabled: true,
    linksOnTheSpot: true,
    ...more,
  });
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { origin, registered, says, close };
}
