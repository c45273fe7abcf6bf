import { dateIn } from '../time.ts';
import { dateOf, datePattern } from './dates-in-text.ts';
import { passagesOf } from './prose.ts';
import type { NoticeDraft, Rule, RuleFlaw, VersionDraft } from './rule.ts';
import { eachUnderCalifornia } from './under-california.ts';

/** A sentence such as "Last modified: April 19, 2024". */
export const statedDate = new RegExp(
	`\\b(?:last (?:updated|modified|revised|reviewed)|effective(?: date)?|date of last update|última actualización)(?: on| as of| from| since)?:? (${datePattern})`,
	'i',
);

const checkVersion = ({ canonical, version }: VersionDraft, { notice }: NoticeDraft): RuleFlaw[] => {
	const right = [version.revision.announcedAt, version.revision.effectiveAt].map((it) => dateIn(it, notice.zone));
	return passagesOf(canonical).flatMap(({ text, line }) => {
		const stated = statedDate.exec(text)?.[1];
		if (!stated || right.includes(dateOf(stated))) return [];
		const message = `The text gives ${stated} as its date; this version is announced on ${right[0]} and takes effect on ${right[1]}. Remove the sentence: the page prints the date.`;
		return [{ file: canonical.file, line, message }];
	});
};

/** A date on which the text says it was last changed is the version's own. */
export const c8Date: Rule = {
	id: 'C8',
	level: 'error',
	citation: '11 CCR § 7011(e)(4)',
	check: (context) => eachUnderCalifornia(context, checkVersion),
};
