import { incidents } from '@lianxue/contracts';
import { serve } from '@lianxue/wire';
import { IncidentsModule } from './incidents.module.js';

await serve(IncidentsModule, incidents);
