/** The screens of the desk, in the order of the rail. */
export const rail = [['requests', 'Requests', '/desk/requests/']] as const;

export type DeskPlace = (typeof rail)[number][0];
