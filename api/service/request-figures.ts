import { type RightFigures, requestFigures } from '../../schema/figures/request-figures.ts';
import { choicesZone } from '../../schema/regimes/opt-in.ts';
import { addDays, dateIn, type PlainDate, startOfDay } from '../../schema/time.ts';
import { countOwnChoices } from '../store/choice-events.ts';
import type { Store } from '../store/open.ts';
import { requestsReceivedBetween } from '../store/requests.ts';
import type { ReadTx } from '../store/transactions.ts';

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
