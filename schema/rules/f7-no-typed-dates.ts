import { dateIn } from '../time.ts';
import { statedDate } from './c8-date.ts';
import { dateOf, datePattern } from './dates-in-text.ts';
import { passagesOf } from './prose.ts';
import { eachEdition, type Rule, type RuleFlaw } from './rule.ts';

const bounded = new RegExp(`\\b(?:until|through|effective|expires?(?: on)?) (${datePattern})`, 'gi');

/** Dates are the page's to print: none is typed as the day of the last change, and none that has gone by bounds a promise. */
export const f7NoTypedDates: Rule = {
	id: 'F7',
	level: 'error',
	citation: 'In half of the changes of real notices the typed date was left as it was.',
	sparesHistory: true,
	check: (context) =>
		eachEdition(context, (draft, { version }, { notice }) => {
			const begins = dateIn(version.revision.effectiveAt, notice.zone);
			const own = [dateIn(version.revision.announcedAt, notice.zone), begins];
			return passagesOf(draft).flatMap(({ text, line }): Omit<RuleFlaw, 'file'>[] => {
				const stated = statedDate.exec(text)?.[1];
				if (stated) {
					const message = `'${stated}' is typed as the date of the text. Write <EffectiveDate />, or leave it to the page.`;
					return [{ line, message, level: own.includes(dateOf(stated)) ? 'warning' : 'error' }];
				}
				return [...text.matchAll(bounded)]
					.filter(([, date = '']) => dateOf(date) < begins)
					.map(([phrase]) => ({
						line,
						level: 'warning',
						message: `'${phrase}' is over before this version begins on ${begins}. Bring it up to date, or take it out.`,
					}));
			});
		}),
};
