import { digitalCampus } from './sets/digital-campus.js';
import { educationQuality } from './sets/education-quality.js';
import { eduIctQuarterly } from './sets/edu-ict-quarterly.js';
import { highSchools } from './sets/high-schools.js';
import { devices, funds, network } from './sets/means.js';
import { schoolConduct } from './sets/school-conduct.js';
import { threeLinks } from './sets/three-links.js';
import type { ShippedDataSet } from './shipped-data-set.js';

/** What comes with the platform. */
export const shippedDataSets: readonly ShippedDataSet[] = [
  eduIctQuarterly,
  threeLinks,
  highSchools,
  digitalCampus,
  funds,
  network,
  devices,
  educationQuality,
  schoolConduct,
];
