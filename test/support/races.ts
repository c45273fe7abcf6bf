import type fc from 'fast-check';
import { openTestApi, type TestApi } from '../graphql/api.ts';
import { type DialectName, newStore } from './stores.ts';

/** An API to whose store whoever comes is let in the order that a scheduler decides, while one does. */
export interface RacedApi {
	api: TestApi;
	/** Does things at once; answers what each came to. */
	atOnce<T>(scheduler: fc.Scheduler, deeds: readonly (() => Promise<T>)[]): Promise<T[]>;
}

export const openRacedApi = async (dialect: DialectName): Promise<RacedApi> => {
	let scheduler: fc.Scheduler | null = null;
	const store = await newStore(dialect);
	const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
		await scheduler?.schedule(Promise.resolve());
		return work();
	};
	const api = await openTestApi({
		store: {
			...store,
			read: (work) => inTurn(() => store.read(work)),
			write: (work) => inTurn(() => store.write(work)),
			writeTogether: (together, item) => inTurn(() => store.writeTogether(together, item)),
		},
	});
	return {
		api,
		async atOnce(given, deeds) {
			scheduler = given;
			try {
				return await given.waitFor(Promise.all(deeds.map((deed) => deed())));
			} finally {
				scheduler = null;
			}
		},
	};
};

/** A mutation of one input, which answers as `result` what it came to. */
export const mutation = (name: string, type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`): string =>
	`mutation ($input: ${type}!) { result: ${name}(input: $input) { __typename ... on Refusal { code } } }`;

/** The engines that race, and how often: the share of `npm test`, and 40 times as often in the long run. */
export const racedDialects = ['sqlite3', 'postgres'] as const;
export const raced = (runs: number) => ({ numRuns: process.env.DEEP ? runs * 40 : runs });
export const racedTimeout = 1_000_000;

interface Answer {
	data: { result: { code?: string; __typename?: string } } | null;
}

/** What a mutation named `result` came to: the code of its refusal, or the name of its type. */
export const cameTo = ({ data }: Answer): string => data?.result.code ?? data?.result.__typename ?? 'error';
export const isRefusal = (outcome: string): boolean => /^[A-Z_]+$/.test(outcome);

/** The id of a record in the API, by its id in the store. */
export const idIn = (type: string, rowId: string): string => Buffer.from(`${type}:${rowId}`).toString('base64');

/** The ids in the store of the streams of a kind that began last, the newest first. */
export const newestStreams = async (
	{ store }: TestApi,
	kind: 'request' | 'objection',
	count: number,
): Promise<string[]> => {
	const rows = await store.read((tx) =>
		tx
			.selectFrom('event')
			.select('streamId')
			.where('streamKind', '=', kind)
			.where('streamVersion', '=', 1)
			.orderBy('seq', 'desc')
			.limit(count)
			.execute(),
	);
	return rows.map(({ streamId }) => streamId);
};
