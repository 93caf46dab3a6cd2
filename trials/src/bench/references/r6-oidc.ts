import { generateKeyPair, exportJWK } from 'jose';
import Provider from 'oidc-provider';
import { ready, settings } from './settings.js';

/** R6: oidc-provider with its state in memory, client credentials as an ES256 JWT. */
const { privateKey } = await generateKeyPair('ES256', { extractable: true });
const provider = new Provider(`http://127.0.0.1:${settings.port}`, {
  clients: [
    {
      client_id: 'bench',
      client_secret: 'bench',
      grant_types: ['client_credentials'],
      redirect_uris: [],
      response_types: [],
      id_token_signed_response_alg: 'ES256',
    },
  ],
  jwks: { keys: [{ ...(await exportJWK(privateKey)), kid: 'bench', alg: 'ES256', use: 'sig' }] },
  features: {
    clientCredentials: { enabled: true },
    devInteractions: { enabled: false },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => 'urn:lianxue:api',
      useGrantedResource: () => true,
      getResourceServerInfo: () => ({
        scope: 'identity.read',
        audience: 'urn:lianxue:api',
        accessTokenTTL: 600,
        accessTokenFormat: 'jwt',
        jwt: { sign: { alg: 'ES256' } },
      }),
    },
  },
});
provider.listen(settings.port, '127.0.0.1', ready);
