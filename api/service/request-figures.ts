import { type RightFigures, requestFigures } from '../../schema/figures/request-figures.ts';
import { choicesZone } from '../../schema/regimes/opt-in.ts';
import { addDays, addSeconds, dateIn, type Instant, type PlainDate, startOfDay } from '../../schema/time.ts';
import { countOwnChoices } from '../store/choice-events.ts';
import type { Store } from '../store/open.ts';
import { requestsReceivedBetween } from '../store/requests.ts';
import type { ReadTx } from '../store/transactions.ts';
import { versionsInForce } from './content.ts';
import type { Environment } from './environment.ts';

const choicesBetween = async (tx: ReadTx, from: PlainDate, to: PlainDate) => {
	const until = startOfDay(addDays(to, 1), choicesZone);
	const { signalSeen = 0, optedOut = 0, limited = 0 } = await countOwnChoices(tx, startOfDay(from, choicesZone), until);
	return { signals: signalSeen, optOuts: optedOut, limits: limited };
};

/** What became of the requests received, and of the choices made, between two dates, both included, each in its own zone. */
export const figuresBetween = async (store: Store, from: PlainDate, to: PlainDate): Promise<RightFigures[]> => {
	const [rows, choices] = await store.read(
		async (tx) => [await requestsReceivedBetween(tx, from, to), await choicesBetween(tx, from, to)] as const,
	);
	return requestFigures(
		rows.map(({ endedAt, zone, ...row }) => ({ ...row, endedOn: endedAt && dateIn(endedAt, zone) })),
		choices,
	);
};

/** Where the figures of each year stand, on the site's own pages. */
const figuresAddress = '/figures/';

/** The first year of which the law asks for figures. */
const firstYear = 2020;

const arePublished = (reading: Pick<Environment, 'library' | 'now'>): boolean =>
	versionsInForce(reading).some(({ version }) => version.revision.requestFigures?.url?.startsWith(figuresAddress));

interface Counted {
	at: Instant;
	figures: RightFigures[];
}

/** Anybody may ask, so a year is not counted again within the hour. */
const counted = new WeakMap<Store, Map<number, Counted>>();

const countYear = async (store: Store, year: number, now: Instant): Promise<RightFigures[]> => {
	const years = counted.get(store) ?? new Map<number, Counted>();
	counted.set(store, years);
	const known = years.get(year);
	if (known && now < addSeconds(known.at, 3600)) return known.figures;
	const figures = await figuresBetween(store, `${year}-01-01` as PlainDate, `${year}-12-31` as PlainDate); // A year of four digits.
	years.set(year, { at: now, figures });
	return figures;
};

/** The figures of a calendar year that is over, for everybody; null where no notice in force says that they stand here. */
export const publishedFigures = async (
	{ store, library, now }: Pick<Environment, 'store' | 'library' | 'now'>,
	year: number,
): Promise<RightFigures[] | null> => {
	const isOver = year >= firstYear && year < Number(dateIn(now, choicesZone).slice(0, 4));
	return isOver && arePublished({ library, now }) ? countYear(store, year, now) : null;
};
