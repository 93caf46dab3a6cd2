export { askingOf, askingWithin, type Asking } from '@lianxue/persistence';
