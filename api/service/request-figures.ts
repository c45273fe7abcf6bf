import { type RightFigures, requestFigures } from '../../schema/figures/request-figures.ts';
import { dateIn, type PlainDate } from '../../schema/time.ts';
import type { Store } from '../store/open.ts';
import { requestsReceivedBetween } from '../store/requests.ts';

/** What became of the requests received between two dates, both included, each in its own zone. */
export const figuresBetween = async (store: Store, from: PlainDate, to: PlainDate): Promise<RightFigures[]> => {
	const rows = await store.read((tx) => requestsReceivedBetween(tx, from, to));
	return requestFigures(
		rows.map(({ endedAt, zone, ...row }) => ({ ...row, endedOn: endedAt && dateIn(endedAt, zone) })),
	);
};
