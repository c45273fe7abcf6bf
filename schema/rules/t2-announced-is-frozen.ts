import { isWithdrawn } from '../notice/lead.ts';
import { eachVersion, flawAt, type Rule } from './rule.ts';

/** What is announced is in the ledger, so that its text stands still while people read it. */
export const t2AnnouncedIsFrozen: Rule = {
	id: 'T2',
	level: 'warning',
	citation: 'The notice period counts from what was published, not from what was typed.',
	check: ({ now, ...context }) =>
		eachVersion(context, (draft) => {
			const { version } = draft;
			const { announcedAt } = version.revision;
			if (!now || announcedAt > now || version.publishedAt || isWithdrawn(version)) return [];
			const message = `Was to be announced on ${announcedAt.slice(0, 10)} and is not published, so its notice period has not begun. Run notice publish, or set a later announcedAt.`;
			return [flawAt(draft, ['announcedAt'], message)];
		}),
};
