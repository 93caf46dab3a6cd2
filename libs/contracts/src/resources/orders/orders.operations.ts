import { orderCatalogueOperations, orderRoundOperations } from './catalogue.operations.js';
import { orderComplaintOperations, orderDeliveryOperations, schoolOrderOperations } from './ordering.operations.js';

/** 电教教材线上征订: from the catalogue to published totals. */
export const orderOperations = {
  ...orderCatalogueOperations,
  ...orderRoundOperations,
  ...schoolOrderOperations,
  ...orderDeliveryOperations,
  ...orderComplaintOperations,
};
