import type { World } from '../story/world.js';

/** An app of the city that may read resources, and how a harvester addresses the repository as that app: by HTTP Basic. */
export async function harvestAddress(world: World, path = '/oai'): Promise<string> {
  const city = await world.as('systemAdmin', world.city);
  const scopes = ['resources.read'];
  const app = await city.post('/apps', {
    ...{ organisation: world.city.id, name: `采集 ${world.run}`, grants: ['client_credentials'], scopes, profile: 'statistics' },
  });
  world.check(app.status === 201, 'an app that harvests', app.body);
  const { clientId, clientSecret } = app.body as { clientId: string; clientSecret: string };
  const selection = await city.post(`/organisations/${world.city.id}/selections`, { client: clientId, scopes, profile: 'statistics' });
  world.check(selection.status === 201, 'the city selects it', selection.body);
  const address = new URL(path, world.origin);
  Object.assign(address, { username: encodeURIComponent(clientId), password: encodeURIComponent(clientSecret) });
  return address.href;
}
