import { activityReadings } from './activities.js';
import { identityReadings } from './identity.js';
import { incidentReadings } from './incidents.js';
import { reportingReadings } from './reporting.js';
import { teachingReadings } from './teaching.js';
import type { Reading } from './reading.js';

export const readings: ReadonlyMap<string, Reading> = new Map(
  [...identityReadings, ...teachingReadings, ...incidentReadings, ...activityReadings, ...reportingReadings].map((reading) => [
    reading.thing,
    reading,
  ]),
);
