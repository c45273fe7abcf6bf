import type { PlainDate } from '../../schema/time.ts';
import { badInput } from './bad-input.ts';

interface Due {
	dueOn: PlainDate;
	id: string;
}

/** Where something due stands in a list by due date. */
export const dueCursorOf = ({ dueOn, id }: Due): string => Buffer.from(`${dueOn} ${id}`).toString('base64url');

const cursorShape = /^(\d{4}-\d{2}-\d{2}) ([0-9a-f-]{36})$/;

/** What a cursor names; throws GraphQLError where it is none. */
export const fromDueCursor = (cursor: string | undefined): Due | undefined => {
	if (cursor === undefined) return undefined;
	const [, dueOn, id] = cursorShape.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
	if (!dueOn || !id) throw badInput('This is no cursor of this connection.');
	return { dueOn: dueOn as PlainDate, id }; // The shape is that of a date.
};
