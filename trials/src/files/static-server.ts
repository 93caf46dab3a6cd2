import fastifyStatic from '@fastify/static';
import { fastify } from 'fastify';

// What a download is compared with: Fastify and its own plugin for static files, as their guides set them up.
const server = fastify();
await server.register(fastifyStatic, { root: process.argv[2]! });
process.send!(await server.listen({ port: 0, host: '127.0.0.1' }));
