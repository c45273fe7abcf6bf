import type { IntakeManner } from '../../../schema/request/vocabulary.ts';
import type { DueWithin, RequestOrder, WaitingParty } from '../../../schema/request/waiting.ts';
import type { PlainDate } from '../../../schema/time.ts';
import type { RequestStatusName, RightName } from '../../api/answers.ts';

/** Which requests are shown, as the API takes it; nothing in it is personal, so it may stand in an address. */
export interface View {
	open?: boolean;
	status?: RequestStatusName;
	right?: RightName;
	due?: DueWithin;
	waitingFor?: WaitingParty;
	notice?: string;
	regime?: string;
	manner?: IntakeManner;
	receivedFrom?: PlainDate;
	orderBy: RequestOrder;
}

const named = ['status', 'right', 'due', 'waitingFor', 'notice', 'regime', 'manner', 'receivedFrom'] as const;

/** The view that an address asks for; what is open by due date where it asks for nothing. The API refuses what it does not know. */
export const viewOf = (search: string): View => {
	const given = new URLSearchParams(search);
	const filters = named.flatMap((name) => (given.get(name) ? [[name, given.get(name)]] : []));
	return {
		...(Object.fromEntries(filters) as Partial<View>), // What no filter has is refused by the API.
		...(!given.has('all') && !given.has('status') && { open: true }),
		orderBy: given.get('orderBy') === 'RECEIVED' ? 'RECEIVED' : 'DUE',
	};
};

/** Where a view stands on the desk. */
export const addressOf = (view: Partial<View>): string => {
	const search = new URLSearchParams();
	for (const name of named) if (view[name]) search.set(name, view[name]);
	if (!view.open && !view.status) search.set('all', 'yes');
	if (view.orderBy === 'RECEIVED') search.set('orderBy', 'RECEIVED');
	const text = search.toString();
	return `/desk/requests/${text && `?${text}`}`;
};

const key = 'nk-desk-views';

/** A view that somebody gave a name, kept in this browser. */
export interface SavedView {
	name: string;
	address: string;
}

/** Those that are kept; none where what is kept cannot be read. */
export const savedViews = (): SavedView[] => {
	try {
		const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
		return Array.isArray(kept) ? kept.filter((it) => String(it?.address).startsWith('/desk/requests/')) : [];
	} catch {
		return [];
	}
};

export const saveViews = (views: readonly SavedView[]): void => localStorage.setItem(key, JSON.stringify(views));
