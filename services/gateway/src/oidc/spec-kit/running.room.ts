import { afterAll, beforeAll } from '@jest/globals';
import { testDatabase, type TestDatabase } from '@lianxue/testing';
import { migrations } from '../../migrations/index.js';
import { authServer, type AuthServer } from './auth-server.js';
import { KnownAccounts } from './known-accounts.js';

/** Unified auth for the tests of one file, with nobody registered yet; at `publicOrigin` when it stands behind a proxy. */
export function running(publicOrigin?: string): { readonly server: AuthServer; readonly accounts: KnownAccounts } {
  const accounts = new KnownAccounts();
  let database: TestDatabase;
  let server: AuthServer;
  beforeAll(async () => {
    database = await testDatabase('gateway', migrations);
    server = await authServer(database.serviceUrl, accounts, publicOrigin);
  });
  afterAll(async () => {
    await server.close();
    await database.drop();
  });
  return {
    accounts,
    get server() {
      return server;
    },
  };
}
