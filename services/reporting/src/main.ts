import 'reflect-metadata';
import { reporting } from '@lianxue/contracts';
import { serve } from '@lianxue/wire';
import { ReportingModule } from './reporting.module.js';

await serve(ReportingModule, reporting);
