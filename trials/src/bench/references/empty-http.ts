import { createServer } from 'node:http';
import { ready, settings } from './settings.js';

/** What a Node process that answers HTTP costs before it does anything. */
createServer((_, response) => response.end()).listen(settings.port, '127.0.0.1', ready);
