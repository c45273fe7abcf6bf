import { flawAt, type Rule, type RuleFlaw, type VersionDraft } from './rule.ts';
import { eachUnderCalifornia } from './under-california.ts';

const checkFigures = (draft: VersionDraft): RuleFlaw[] => {
	const { requestFigures } = draft.version.revision;
	if (!requestFigures?.due || requestFigures.url) return [];
	const message =
		'The yearly figures about requests are due by July 1 and are linked nowhere. Add requestFigures.url: where they stand.';
	return [flawAt(draft, ['requestFigures', 'url'], message)];
};

/** Whoever handles the information of ten million Californians a year publishes figures about their requests. */
export const c9Figures: Rule = {
	id: 'C9',
	level: 'error',
	citation: '11 CCR §§ 7011(e)(5), 7102',
	check: (context) => eachUnderCalifornia(context, checkFigures),
};
