import { flawAt, type Rule, type RuleFlaw, type VersionDraft } from './rule.ts';
import { eachUnderCalifornia } from './under-california.ts';

const checkContact = (draft: VersionDraft): RuleFlaw[] => {
	const { contact } = draft.version.revision;
	if (contact && (contact.email || contact.telephone || contact.post.length)) return [];
	return [flawAt(draft, ['contact'], 'Nobody is named who answers questions. Add contact: email, telephone or post.')];
};

/** Somebody can be reached with questions and complaints. */
export const c20Contact: Rule = {
	id: 'C20',
	level: 'error',
	citation: '11 CCR § 7011(e)(3)(J)',
	check: (context) => eachUnderCalifornia(context, checkContact),
};
