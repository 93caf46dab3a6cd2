import 'reflect-metadata';
import { activities } from '@lianxue/contracts';
import { serve } from '@lianxue/wire';
import { ActivitiesModule } from './activities.module.js';

await serve(ActivitiesModule, activities);
