import Fastify from 'fastify';
import knexFactory from 'knex';
import { ServiceBroker, type Context } from 'moleculer';
import { organisationView, type OrganisationRow } from './organisation-view.js';
import { ready, settings, verifier } from './settings.js';

/** R5: the same topology by others' hands: Fastify at the edge, Moleculer over NATS, knex. One process is the edge, one the service. */
const part = process.argv[2] as 'edge' | 'service';
const broker = new ServiceBroker({
  nodeID: `bench-${part}`,
  namespace: 'bench',
  transporter: settings.natsUrl,
  logger: false,
  registry: { discoverer: 'Local' },
});

if (part === 'service') {
  const knex = knexFactory({ client: 'pg', connection: settings.databaseUrl, pool: { max: 10 } });
  broker.createService({
    name: 'organisations',
    actions: {
      one: async ({ params }: Context<{ id: string }>) => {
        const row = await knex<OrganisationRow>('identity.organisation_record').where({ id: params.id }).first();
        return row && organisationView(row);
      },
    },
  });
  await broker.start();
} else {
  const verify = verifier();
  const app = Fastify();
  await broker.start();
  await broker.waitForServices('organisations');
  app.get<{ Params: { id: string } }>('/api/v1/organisations/:id', async ({ params, headers }, reply) => {
    try {
      await verify(headers.authorization);
    } catch {
      return reply.code(401).send({});
    }
    const found = await broker.call('organisations.one', { id: params.id });
    return found ?? reply.code(404).send({});
  });
  await app.listen({ port: settings.port, host: '127.0.0.1' });
}
ready();
