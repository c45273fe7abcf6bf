import { badInput } from './bad-input.ts';

interface Received {
	receivedAt: string;
	id: string;
}

/** Where something received stands in a list by receipt. */
export const cursorOf = ({ receivedAt, id }: Received): string =>
	Buffer.from(`${receivedAt} ${id}`).toString('base64url');

const cursorShape = /^(\d{4}-\d{2}-\d{2}T[\d:.]{12}Z) ([0-9a-f-]{36})$/;

/** What a cursor names; throws GraphQLError where it is none. */
export const fromCursor = (cursor: string | undefined): Received | undefined => {
	if (cursor === undefined) return undefined;
	const [, receivedAt, id] = cursorShape.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
	if (!receivedAt || !id) throw badInput('This is no cursor of this connection.');
	return { receivedAt, id };
};

/** Lists by receipt go forwards only; throws GraphQLError where they are asked to go back. */
export const forwardsOnly = ({ last, before }: { last?: unknown; before?: unknown }): void => {
	if (last != null || before != null) throw badInput('This connection goes forwards: use first and after.');
};
