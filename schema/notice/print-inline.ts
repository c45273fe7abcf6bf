import { dateIn, type Instant, type PlainDate } from '../time.ts';
import type { Labels } from './labels.ts';
import { type Phrasing, text } from './nodes.ts';
import type { PrintContext, Printer } from './print.ts';

const words = (value: string | null | undefined): Phrasing[] | null => (value ? [text(value)] : null);

/** A calendar date in words, such as "1 March 2027". */
export const dateInWords = (on: PlainDate, labels: Labels): string => {
	const [year, month, day] = on.split('-').map(Number);
	return labels.date(day ?? 0, labels.months[(month ?? 1) - 1] ?? '', year ?? 0);
};

const dateOf = (at: Instant, { zone, labels }: PrintContext) => dateInWords(dateIn(at, zone), labels);

const days = (count: number, labels: Labels) => labels.days(String(count), count === 1);

/** What was said of a number of days, where no number was said; else the number. */
const term = (of: { said?: string | undefined; days: number } | undefined, labels: Labels) =>
	of && (of.said ?? days(of.days, labels));

const periods: Record<string, (context: PrintContext) => string | undefined> = {
	respond: ({ revision: { commitments }, labels }) => commitments && days(commitments.respondWithinDays, labels),
	extend: ({ revision: { commitments }, labels }) => {
		const counts = commitments?.extendToDays ?? [];
		return counts.length
			? labels.days(labels.or(counts.map(String)), counts.length === 1 && counts[0] === 1)
			: undefined;
	},
	confirm: ({ revision: { commitments }, labels }) => {
		const count = commitments?.confirmWithinBusinessDays;
		return count ? labels.businessDays(String(count), count === 1) : undefined;
	},
	optOut: ({ revision: { commitments }, labels }) => {
		const count = commitments?.optOutWithinBusinessDays;
		return count ? labels.businessDays(String(count), count === 1) : undefined;
	},
	accessWindow: ({ revision: { commitments }, labels }) => {
		const count = commitments?.accessCoversMonths;
		return count ? labels.monthsLong(String(count), count === 1) : undefined;
	},
	categories: ({ revision: { coversMonths: count }, labels }) => labels.monthsLong(String(count), count === 1),
	advanceNotice: ({ revision: { changeTerms }, labels }) => term(changeTerms?.advanceNotice, labels),
	objection: ({ revision: { changeTerms }, labels }) => term(changeTerms?.objection, labels),
};

/** The components that stand within a sentence. */
export const inlinePrinters: Readonly<Record<string, Printer>> = {
	Period: {
		display: 'inline',
		props: { of: { values: Object.keys(periods) } },
		field: 'a period of commitments or changeTerms',
		print: (context, { of = '' }) => words(periods[of]?.(context)),
	},
	Times: {
		display: 'inline',
		props: { of: { values: ['access'], default: 'access' } },
		field: 'commitments.accessRequestsPerYear',
		print: ({ revision: { commitments }, labels }) => {
			const count = commitments?.accessRequestsPerYear;
			return words(count ? labels.timesInMonths(count, 12) : null);
		},
	},
	Age: {
		display: 'inline',
		props: { of: { values: ['children'], default: 'children' } },
		field: 'children.underAge',
		print: ({ revision: { children } }) => words(children && String(children.underAge)),
	},
	Controller: {
		display: 'inline',
		props: {},
		field: 'controller.name',
		print: ({ revision: { controller } }) => words(controller.name),
	},
	EffectiveDate: {
		display: 'inline',
		props: {},
		field: 'effectiveAt',
		print: (context) => words(dateOf(context.revision.effectiveAt, context)),
	},
	FeeGrounds: {
		display: 'inline',
		props: {},
		field: 'commitments.feeOnlyWhen',
		print: ({ revision: { commitments }, labels }) =>
			words(commitments && labels.or(commitments.feeOnlyWhen.map((it) => labels.feeGrounds[it]))),
	},
	ObjectionWindow: {
		display: 'inline',
		props: {},
		field: 'objection',
		print: (context) => {
			const { objection } = context.revision;
			return words(
				objection && context.labels.fromTo(dateOf(objection.opensAt, context), dateOf(objection.closesAt, context)),
			);
		},
	},
	PowerOfAttorney: {
		display: 'inline',
		props: {},
		field: 'commitments.agents.powerOfAttorney',
		print: ({ revision: { commitments } }) => words(commitments?.agents?.powerOfAttorney),
	},
	ObjectionEffect: {
		display: 'inline',
		props: {},
		field: 'objection.effect',
		print: ({ revision: { objection } }) => words(objection?.effect),
	},
};
