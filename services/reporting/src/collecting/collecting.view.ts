import {
  inBeijing,
  type DataSet as DataSetView,
  type Form as FormView,
  type Period as PeriodView,
  type PeriodException as PeriodExceptionView,
} from '@lianxue/contracts';
import type { Aggregate } from '@lianxue/persistence';
import type { DataSet } from './data-set.entity.js';
import type { PeriodException } from './exception.entity.js';
import type { Form } from './form.entity.js';
import type { Holidays } from './holidays.entity.js';
import type { Period } from './period.entity.js';

/** What every item carries besides its fact. */
export const itemOf = ({ id, version, createdAt, updatedAt }: Aggregate) => ({
  id,
  version,
  createdAt: inBeijing(createdAt),
  updatedAt: inBeijing(updatedAt),
});

export const dataSetView = (dataSet: DataSet): DataSetView => ({ ...dataSet.fact(), ...itemOf(dataSet) });

export const formView = (form: Form): FormView => ({ ...form.fact(), ...itemOf(form) });

export const periodView = (period: Period, now: Date): PeriodView => ({
  ...period.fact(),
  ...itemOf(period),
  state: period.windows.stateAt(now),
});

export const holidaysView = (holidays: Holidays) => ({ ...holidays.fact(), ...itemOf(holidays) });

export const exceptionView = (exception: PeriodException): PeriodExceptionView => ({
  ...exception.fact(),
  ...itemOf(exception),
  reason: exception.reason,
});
