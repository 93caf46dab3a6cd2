import 'reflect-metadata';
import { identity } from '@lianxue/contracts';
import { serve } from '@lianxue/wire';
import { IdentityModule } from './identity.module.js';

await serve(IdentityModule, identity);
