import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { RequestEvent, RequestState } from '../../api/domain/request.ts';
import { evolve } from '../../api/domain/request-evolve.ts';
import { readStream } from '../../api/store/events.ts';
import type { Store } from '../../api/store/open.ts';
import { requestById } from '../../api/store/requests.ts';
import { openTestApi, type TestApi, tokenIn } from '../graphql/api.ts';
import { newStore } from '../support/stores.ts';

const result = '__typename ... on Refusal { code }';
const submit = `mutation ($input: SubmitRightsRequestInput!) {
	result: submitRightsRequest(input: $input) { ... on RightsReceipt { code } } }`;
const correction = { what: 'My street', shouldBe: 'Quay Street' };
const confirm = `mutation ($token: String!) { result: confirmRightsRequest(input: { token: $token }) { ${result} } }`;
const withdraw = `mutation ($code: String!) { result: withdrawRightsRequest(input: { code: $code }) { ${result} } }`;
const verify = `mutation ($id: ID!) { result: verifyRightsRequest(input: { id: $id, points: [EMAIL, NAME, CUSTOMER_NUMBER],
	declaration: true }) { ${result} } }`;
const answer = `mutation ($id: ID!, $outcome: Outcome!, $ground: Ground) { result: answerRightsRequest(input: { id: $id,
	outcome: $outcome, ground: $ground, message: "It is done." }) { ${result} } }`;

interface Request {
	api: TestApi;
	key: string;
	id: string;
	rowId: string;
	code: string;
	token: string;
}

const deeds = {
	confirm: ({ api, token }: Request) => api.ask(confirm, { token }),
	verify: ({ api, id, key }: Request) => api.ask(verify, { id }, { key }),
	grant: ({ api, id, key }: Request) => api.ask(answer, { id, outcome: 'GRANTED' }, { key }),
	deny: ({ api, id, key }: Request) => api.ask(answer, { id, outcome: 'DENIED', ground: 'EXEMPT' }, { key }),
	withdraw: ({ api, code }: Request) => api.ask(withdraw, { code }),
} as const;
type Deed = keyof typeof deeds;

/** What was done before, what is done at once, and which event there is one of afterwards, whoever comes first. */
const races: readonly { before: readonly Deed[]; atOnce: readonly Deed[]; once: RegExp }[] = [
	{ before: [], atOnce: ['confirm', 'confirm'], once: /Confirmed$/ },
	{ before: ['confirm'], atOnce: ['verify', 'verify'], once: /Verified$/ },
	{ before: ['confirm', 'verify'], atOnce: ['grant', 'deny'], once: /Answered$|Refused$/ },
	{ before: ['confirm', 'verify'], atOnce: ['grant', 'withdraw'], once: /Answered$|Refused$|Withdrawn$/ },
	{ before: ['confirm'], atOnce: ['withdraw', 'withdraw'], once: /Withdrawn$/ },
	{
		before: ['confirm', 'verify'],
		atOnce: ['grant', 'deny', 'withdraw'],
		once: /Answered$|Refused$|Withdrawn$/,
	},
];

const runs = process.env.DEEP ? 10_000 : 250;

describe.each(['sqlite3', 'postgres'] as const)('what is done to a request at once on %s', (dialect) => {
	let scheduler: fc.Scheduler | null = null;
	/** Lets the scheduler decide which of those that wait comes to the store next. */
	const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
		await scheduler?.schedule(Promise.resolve());
		return work();
	};
	let api: TestApi | null = null;
	afterAll(async () => {
		await api?.[Symbol.asyncDispose]();
	});

	const open = async () => {
		const store = await newStore(dialect);
		const scheduled: Store = {
			...store,
			read: (work) => inTurn(() => store.read(work)),
			write: (work) => inTurn(() => store.write(work)),
		};
		api = await openTestApi({ store: scheduled });
		return { api, key: await api.keyFor('requests:read', 'requests:verify', 'requests:answer') };
	};

	let asked = 0;
	const begin = async (api: TestApi, key: string): Promise<Request> => {
		asked += 1;
		const email = `person-${asked}@example.com`;
		const input = { population: 'WEBSITE', rights: ['CORRECT'], email, correction };
		const { code } = (await api.ask(submit, { input })).data.result;
		const letter = (await api.deliver()).find(({ text }) => text.includes('requests/confirm'));
		const { streamId: rowId } = await api.store.read((tx) =>
			tx
				.selectFrom('event')
				.select('streamId')
				.where('streamKind', '=', 'request')
				.orderBy('seq', 'desc')
				.executeTakeFirstOrThrow(),
		);
		const id = Buffer.from(`RightsRequest:${rowId}`).toString('base64');
		return { api, key, id, rowId, code, token: tokenIn(letter, 'requests/confirm') };
	};

	it('ends as if one had come after the other: nothing is overwritten, and who comes too late is told why', async () => {
		const { api, key } = await open();
		await fc.assert(
			fc.asyncProperty(fc.constantFrom(...races), fc.scheduler(), async ({ before, atOnce, once }, s) => {
				const request = await begin(api, key);
				for (const deed of before) await deeds[deed](request);
				scheduler = s;
				const answers = await s.waitFor(Promise.all(atOnce.map((deed) => deeds[deed](request))));
				scheduler = null;

				const events = await api.store.read((tx) =>
					readStream<RequestEvent>(tx, { kind: 'request', id: request.rowId }),
				);
				expect(events.filter(({ type }) => once.test(type)).length).toBe(1);
				const state = events.reduce<RequestState | null>(evolve, null);
				const row = await api.store.read((tx) => requestById(tx, request.rowId));
				expect(row).toMatchObject({ status: state?.status, outcome: state?.outcome, endedAt: state?.endedAt });
				expect(row?.streamVersion).toBe(events.length);
				const outcomes = answers.map(({ data }) => data?.result.code ?? data?.result.__typename);
				const refused = outcomes.filter((it) => /^[A-Z_]+$/.test(it));
				expect(outcomes.length - refused.length).toBe(1);
				expect(outcomes).not.toContain('InvalidInput');
			}),
			{ numRuns: runs },
		);
	}, 1_000_000);
});
