import Fastify from 'fastify';
import { ready, settings } from './settings.js';

/** R0: Fastify with nothing behind it. */
const app = Fastify();
app.get('/api/v1/organisations/:id', () => ({ ok: true }));
await app.listen({ port: settings.port, host: '127.0.0.1' });
ready();
