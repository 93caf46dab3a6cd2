/** The fields of a resource as OneRoster 1.2 names them. */
export const resourceCollectionFields = [
  ...['sourcedId', 'status', 'dateLastModified', 'metadata'],
  ...['title', 'roles', 'importance', 'vendorResourceId', 'vendorId', 'applicationId'],
] as const;
