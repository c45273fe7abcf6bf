import type { Role, Scope } from '../../schema/access/access.ts';
import type { Instant } from '../../schema/time.ts';
import type { Operation } from '../api/operations.ts';

/** Who is signed in, and what they may do. */
export interface DeskViewer {
	name: string;
	role: Role;
	scopes: Scope[];
	recentUntil: Instant;
}

export const deskViewer: Operation<object, DeskViewer | null> = {
	field: 'viewer',
	text: 'query DeskViewer { viewer { name role scopes recentUntil } }',
};
