import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTPayload } from 'jose';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What an issuer may do wrong, one at a time. */
export interface Rogue {
  readonly origin: string;
  /** Changes what the next discovery documents say. */
  document: Record<string, unknown>;
  /** Makes the next ID token. */
  idToken: (claims: JWTPayload) => Promise<string>;
  /** Instead of an answer of the token endpoint: a status, or silence. */
  trouble: number | 'silence' | undefined;
  /** Signs as it should. */
  sign(claims: JWTPayload, key?: CryptoKey, alg?: string): Promise<string>;
  tokensAsked: number;
  close(): Promise<void>;
}

/** An issuer written to be wrong, since no real one can be brought to it: it signs whatever it is told. */
export async function openRogue(clientId: string): Promise<Rogue> {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'RS256', use: 'sig' };
  const server = createServer((request, response) => {
    const answer = (body: unknown, status = 200) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (request.url === '/.well-known/openid-configuration') return answer({ ...documentOf(rogue.origin), ...rogue.document });
    if (request.url === '/jwks') return answer({ keys: [jwk] });
    if (request.url !== '/token') return answer({}, 404);
    rogue.tokensAsked++;
    if (rogue.trouble === 'silence') return;
    if (rogue.trouble !== undefined) return answer({ error: 'invalid_grant' }, rogue.trouble);
    const now = Math.floor(Date.now() / 1000);
    void rogue
      .idToken({ iss: rogue.origin, sub: 'somebody', aud: clientId, iat: now, exp: now + 300 })
      .then((idToken) => answer({ access_token: 'a', token_type: 'Bearer', expires_in: 60, id_token: idToken }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const sign: Rogue['sign'] = (claims, key = privateKey, alg = 'RS256') =>
    new SignJWT(claims).setProtectedHeader({ alg, kid: 'one', typ: 'JWT' }).sign(key);
  const rogue: Rogue = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    document: {},
    idToken: (claims) => sign(claims),
    trouble: undefined,
    sign,
    tokensAsked: 0,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return rogue;
}

const documentOf = (origin: string) => ({
  issuer: origin,
  authorization_endpoint: `${origin}/authorize`,
  token_endpoint: `${origin}/token`,
  jwks_uri: `${origin}/jwks`,
  response_types_supported: ['code'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256'],
});
