import Fastify from 'fastify';
import pg from 'pg';
import { organisationView, type OrganisationRow } from './organisation-view.js';
import { readOne, ready, settings } from './settings.js';

/** R1p: as R1 with two pipelined clients instead of a pool. */
const clients = await Promise.all(
  [0, 1].map(async () => {
    const client = new pg.Client({ connectionString: settings.databaseUrl, pipeline: true });
    await client.connect();
    return client;
  }),
);
let turn = 0;
const app = Fastify();
app.get<{ Params: { id: string } }>('/api/v1/organisations/:id', async ({ params }, reply) => {
  const { rows } = await clients[(turn ^= 1)]!.query<OrganisationRow>({ ...readOne, values: [params.id] });
  return rows[0] ? organisationView(rows[0]) : reply.code(404).send({});
});
await app.listen({ port: settings.port, host: '127.0.0.1' });
ready();
