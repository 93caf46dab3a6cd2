/** Services that a sub-platform may do without. Network security is none of them: its reports are duties of law. */
export const switchableServices = ['resources', 'classrooms', 'reporting', 'activities'] as const;
export type SwitchableService = (typeof switchableServices)[number];
