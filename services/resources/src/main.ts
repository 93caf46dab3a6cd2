import { resources } from '@lianxue/contracts';
import { serve } from '@lianxue/wire';
import { ResourcesModule } from './resources.module.js';

await serve(ResourcesModule, resources);
