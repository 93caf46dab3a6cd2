import Fastify from 'fastify';
import pg from 'pg';
import { organisationView, type OrganisationRow } from './organisation-view.js';
import { readOne, ready, settings } from './settings.js';

/** R1, "bare": Fastify and a pool with one named statement; no token, no reach, no second process. */
const pool = new pg.Pool({ connectionString: settings.databaseUrl, max: 10 });
const app = Fastify();
app.get<{ Params: { id: string } }>('/api/v1/organisations/:id', async ({ params }, reply) => {
  const { rows } = await pool.query<OrganisationRow>({ ...readOne, values: [params.id] });
  return rows[0] ? organisationView(rows[0]) : reply.code(404).send({});
});
await app.listen({ port: settings.port, host: '127.0.0.1' });
ready();
