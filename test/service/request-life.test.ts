import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { RequestEvent, RequestState } from '../../api/domain/request.ts';
import { evolve } from '../../api/domain/request-evolve.ts';
import { readStream } from '../../api/store/events.ts';
import { requestById } from '../../api/store/requests.ts';
import { rights } from '../../schema/notice/vocabulary.ts';
import { isFinal } from '../../schema/request/lifecycle.ts';
import { isImmediate } from '../../schema/request/vocabulary.ts';
import { addDays, dateIn } from '../../schema/time.ts';
import { openTestApi, type TestApi } from '../graphql/api.ts';

const submit = `mutation ($input: SubmitRightsRequestInput!) { submitRightsRequest(input: $input) { ... on RightsReceipt { code } } }`;
const confirm = 'mutation ($token: String!) { confirmRightsRequest(input: { token: $token }) { __typename } }';
const withdraw = 'mutation ($code: String!) { withdrawRightsRequest(input: { code: $code }) { __typename } }';
const verify =
	'mutation ($id: ID!) { verifyRightsRequest(input: { id: $id, points: [EMAIL, NAME, CUSTOMER_NUMBER], declaration: true }) { __typename } }';
const extend = `mutation ($id: ID!, $dueOn: Date!) {
	extendRightsRequest(input: { id: $id, dueOn: $dueOn, reason: COMPLEXITY, message: "Later." }) { __typename } }`;
const answer = `mutation ($id: ID!, $outcome: Outcome!, $ground: Ground) {
	answerRightsRequest(input: { id: $id, outcome: $outcome, ground: $ground, message: "It is done." }) { __typename } }`;
const last = '{ rightsRequests(first: 100) { edges { node { id } } } }';

/** One request in the API, and what its person and its desk hold of it. */
interface Real {
	api: TestApi;
	key: string;
	/** Its id in the API and in the store. */
	id: string;
	rowId: string;
	code: string;
	token: string;
}

/** What was seen of it so far. */
interface Model {
	first: RequestState;
	ended: RequestState | null;
}

const replayed = async ({ api, rowId }: Real): Promise<RequestState> => {
	const events = await api.store.read((tx) => readStream<RequestEvent>(tx, { kind: 'request', id: rowId }));
	const state = events.reduce<RequestState | null>(evolve, null);
	if (!state) throw new Error('there is no such request');
	return state;
};

/** Columns that hold JSON. */
const listColumns = ['proofs', 'fee', 'denials', 'contested'] as const;

/** The state as a row has it: what stands in both has the same value. */
const rowHolds = async ({ api, rowId }: Real, state: RequestState) => {
	const row = await api.store.read((tx) => requestById(tx, rowId));
	const { hasAddress, byPost, accessLimit, ground, ...facts } = state;
	const inBoth = Object.fromEntries(Object.entries(facts).filter(([name]) => row && name in row));
	const parsed = row && {
		...row,
		...Object.fromEntries(listColumns.map((name) => [name, JSON.parse(row[name] ?? 'null')])),
	};
	expect(parsed).toMatchObject({
		...inBoth,
		receiptId: state.submission,
		hasAddress: hasAddress ? 1 : 0,
		byPost: byPost ? 1 : 0,
	});
	expect(row).toMatchObject({ accessLimitCount: accessLimit?.count ?? null, ground: ground?.key ?? null });
};

/** All that is true of a request after whatever was done to it. */
const holds = async (model: Model, real: Real) => {
	const state = await replayed(real);
	const { first } = model;
	await rowHolds(real, state);
	expect(state.clocks).toEqual(first.clocks);
	if (state.extendedOn === null) expect(state.dueOn).toBe(first.dueOn);
	else {
		expect(isImmediate(state.right)).toBe(false);
		expect(state.extendedOn <= first.dueOn && first.dueOn < state.dueOn).toBe(true);
		expect(state.dueOn <= addDays(first.receivedOn, 90)).toBe(true); // 11 CCR § 7021(b)
	}
	if (model.ended) expect(state).toEqual(model.ended);
	else if (isFinal(state.status)) model.ended = state;
	expect(isFinal(state.status)).toBe(state.endedAt !== null);
};

type Command = fc.AsyncCommand<Model, Real>;

const command = (name: string, act: (real: Real) => Promise<unknown>): Command => ({
	check: () => true,
	run: async (model, real) => {
		await act(real);
		await holds(model, real);
	},
	toString: () => name,
});

const wait = (days: number): Command =>
	command(`wait ${days} days`, async ({ api }) => {
		api.addSeconds(days * 86_400);
		await api.runClock();
	});

/** To one of the dates that were kept with the request, or to any other one. */
const extendTo = (pick: number): Command =>
	command(`extend ${pick}`, async (real) => {
		const { clocks, receivedOn } = await replayed(real);
		const dueOn = clocks[pick]?.dueOn ?? addDays(receivedOn, pick);
		await real.api.ask(extend, { id: real.id, dueOn }, { key: real.key });
	});

const confirming = fc.constant(command('confirm', ({ api, token }) => api.ask(confirm, { token })));
const waiting = fc.integer({ min: 0, max: 30 }).map(wait);
const extending = fc.constantFrom(2, 3, 2, 3, 0, 1, 29, 31, 91).map(extendTo);

const commands = fc.commands<Model, Real, false>(
	[
		// More of what leads on than of what ends it.
		...[confirming, confirming, waiting, waiting, extending, extending],
		fc.constant(command('verify', ({ api, id, key }) => api.ask(verify, { id }, { key }))),
		fc.constant(command('withdraw', ({ api, code }) => api.ask(withdraw, { code }))),
		fc
			.constantFrom('GRANTED', 'DENIED')
			.map((outcome) =>
				command(`answer ${outcome}`, ({ api, id, key }) =>
					api.ask(answer, { id, outcome, ground: outcome === 'DENIED' ? 'EXEMPT' : null }, { key }),
				),
			),
	],
	{ maxCommands: 12, size: 'max' },
);

const begin = async (api: TestApi, right: string): Promise<Real> => {
	const key = await api.keyFor('requests:read', 'requests:verify', 'requests:answer');
	const input = { population: 'WEBSITE', rights: [right], email: 'ana@example.com' };
	const correction = right === 'CORRECT' ? { correction: { what: 'My street', shouldBe: 'Quay Street' } } : {};
	const { code } = (await api.ask(submit, { input: { ...input, ...correction } })).data.submitRightsRequest;
	const [letter] = await api.deliver();
	const token = /confirm\/([\w-]{43})\//.exec(letter?.text ?? '')?.[1] ?? 'none'.padEnd(43, '-');
	const { edges } = (await api.ask(last, {}, { key })).data.rightsRequests;
	const { id: rowId } = await api.store.read((tx) => tx.selectFrom('request').select('id').executeTakeFirstOrThrow());
	return { api, key, id: edges[0].node.id, rowId, code, token };
};

it('whatever is done to a request and whenever, its row is what its events say, and its dates are kept', async () => {
	await fc.assert(
		fc.asyncProperty(fc.constantFrom(...rights), commands, async (right, walk) => {
			await using api = await openTestApi();
			const real = await begin(api, right);
			const first = await replayed(real);
			expect(first.receivedOn).toBe(dateIn(api.now, first.zone));
			await fc.asyncModelRun(() => ({ model: { first, ended: null }, real }), walk);
		}),
		{ numRuns: 50 },
	);
}, 120_000);
