import { draftOf, flawAt, type NoticeDraft, type Rule, type RuleFlaw, type VersionDraft } from './rule.ts';
import { eachUnderCalifornia, proseOf } from './under-california.ts';

const answersSignal = /do not track|no rastrear|global privacy control/i;
const saysWhoTracks =
	/across (?:\w+ ){0,3}(?:web)?sites|(?:different|other) (?:web)?sites|from one site to another|(?:otros|distintos|diferentes) sitios|de un sitio a otro/i;

/** The text of a version, and of the notice that it adds to. */
const wholeText = (draft: VersionDraft, notices: readonly NoticeDraft[]): string => {
	const policy = notices.find((it) => it.notice.slug === draft.version.revision.scope?.supplements);
	const added = policy && draftOf(policy, policy.notice.versions.at(-1)?.id ?? null);
	return [draft, ...(added ? [added] : [])].map(proseOf).join('\n');
};

/** Whether the notice governs what people do on websites or in applications. */
const isOnline = ({ version }: VersionDraft): boolean => {
	const populations = version.revision.scope?.populations ?? [];
	return (
		!populations.length ||
		populations.some((it) => ['website', 'application'].includes(it.key) && it.governedBy === version.notice)
	);
};

const checkVersion = (draft: VersionDraft, notices: readonly NoticeDraft[]): RuleFlaw[] => {
	if (!isOnline(draft)) return [];
	const text = wholeText(draft, notices);
	const missing = (pattern: RegExp, what: string): RuleFlaw[] =>
		pattern.test(text)
			? []
			: [flawAt(draft, ['categories'], `The text does not say ${what}. Add it, here or in the policy.`)];
	return [
		...missing(answersSignal, 'what follows from a browser’s Do Not Track signal'),
		...missing(saysWhoTracks, 'whether others follow people from one site to another'),
	];
};

/** It is said how Do Not Track is answered, and whether others track people across sites. */
export const c15Tracking: Rule = {
	id: 'C15',
	level: 'warning',
	citation: 'Cal. Bus. & Prof. Code § 22575(b)(5)–(6)',
	check: (context) => eachUnderCalifornia(context, (draft) => checkVersion(draft, context.notices)),
};
