/** The screens of the desk, in the order of the rail. */
export const rail = [
	['today', 'Today', '/desk/'],
	['requests', 'Requests', '/desk/requests/'],
	['objections', 'Objections', '/desk/objections/'],
	['notices', 'Notices', '/desk/notices/'],
	['office', 'Office', '/desk/office/'],
] as const;

export type DeskPlace = (typeof rail)[number][0];
