import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lettersFor } from '../../api/domain/letters.ts';
import type { RequestCommand, RequestEvent, RequestState } from '../../api/domain/request.ts';
import { evolve } from '../../api/domain/request-evolve.ts';
import type { Environment } from '../../api/service/environment.ts';
import { closing } from '../../api/service/request-deeds.ts';
import { actOnRequest } from '../../api/service/request-desk.ts';
import { readStream } from '../../api/store/events.ts';
import { requestById } from '../../api/store/requests.ts';
import { rights } from '../../schema/notice/vocabulary.ts';
import { intakeManners, requesters } from '../../schema/request/vocabulary.ts';
import { addSeconds, dateIn, instant } from '../../schema/time.ts';
import { openTestApi, type TestApi } from '../graphql/api.ts';
import { newestStreams } from '../support/races.ts';
import { aimedAt, anyCommand } from '../support/request-commands.ts';
import { checkState, checkStep } from '../support/request-walk.ts';

const submit = `mutation ($input: SubmitRightsRequestInput!) { result: submitRightsRequest(input: $input) {
	... on RightsReceipt { code } } }`;
const record = `mutation ($input: RecordRightsRequestInput!) { result: recordRightsRequest(input: $input) {
	... on RightsReceipt { code } } }`;
const confirm = 'mutation ($token: String!) { confirmRightsRequest(input: { token: $token }) { __typename } }';
const withdraw = 'mutation ($code: String!) { withdrawRightsRequest(input: { code: $code }) { __typename } }';

/** One request in the store, what its person holds of it, and an earlier one of the same person. */
interface Real {
	api: TestApi;
	id: string;
	twinId: string;
	code: string;
	token: string;
}

const eventsOf = ({ api, id }: Real) => api.store.read((tx) => readStream<RequestEvent>(tx, { kind: 'request', id }));

const replayed = (events: readonly RequestEvent[]): RequestState => {
	const state = events.reduce<RequestState | null>(evolve, null);
	if (!state) throw new Error('there is no such request');
	return state;
};

/** Columns that hold JSON. */
const listColumns = ['proofs', 'fee', 'denials', 'contested'] as const;

/** The state as a row has it: what stands in both has the same value. */
const rowHolds = async ({ api, id }: Real, state: RequestState) => {
	const row = await api.store.read((tx) => requestById(tx, id));
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

/** Each event that causes a letter has one, once. */
const lettersHold = async ({ api }: Real, { submission }: RequestState, events: readonly RequestEvent[]) => {
	const rows = await api.store.read((tx) =>
		tx.selectFrom('outbox').select('kind').where('subjectId', '=', submission).execute(),
	);
	const expected = events.flatMap((event) => lettersFor([event]));
	expect(rows.map(({ kind }) => kind).toSorted()).toEqual(expected.toSorted());
};

/** Whatever time alone decides is decided by now. */
const clockHolds = async (api: TestApi) => {
	const due = await api.store.read((tx) =>
		tx.selectFrom('timer').select('streamId').where('dueAt', '<=', api.now).execute(),
	);
	const waiting = await api.store.read((tx) =>
		tx
			.selectFrom('request')
			.select('id')
			.where('status', '=', 'AWAITING_CONFIRMATION')
			.where('confirmBy', '<=', api.now)
			.execute(),
	);
	expect([...due, ...waiting]).toEqual([]);
};

const environmentOf = ({ store, library, now }: TestApi): Environment => ({
	store,
	library,
	now,
	afterCommit: () => {},
});

/** Does to the request what a command says, in the way it is done in life: the person by link and code, staff by id. */
const act = async ({ api, id, twinId, token, code }: Real, command: RequestCommand): Promise<void> => {
	if (command.type === 'confirm') await api.ask(confirm, { token });
	else if (command.type === 'withdraw') await api.ask(withdraw, { code });
	else if (command.type === 'lapse') await api.runClock();
	else {
		const deed = command.type === 'close' ? closing(command.closing, twinId) : command;
		await actOnRequest(environmentOf(api), { aim: { id }, deed });
	}
};

const arrivals = fc.record({
	at: fc.constantFrom(
		'2026-12-01T12:00:00-08:00',
		'2026-12-31T23:59:59-08:00',
		'2027-01-01T00:00:00-08:00',
		'2027-03-14T01:59:59-08:00', // Clocks go forward in California.
		'2027-11-07T01:30:00-07:00', // And back.
		'2028-02-29T23:30:00-08:00',
	),
	right: fc.constantFrom(...rights),
	requester: fc.constantFrom(...requesters),
	manner: fc.constantFrom('FORM', 'FORM', ...intakeManners),
});
type Arrival = typeof arrivals extends fc.Arbitrary<infer T> ? T : never;

const begin = async (api: TestApi, email: string, arrival: Arrival): Promise<Real> => {
	const key = await api.keyFor('requests:record');
	const { right, requester, manner } = arrival;
	const correction = right === 'CORRECT' ? { correction: { what: 'My street', shouldBe: 'Quay Street' } } : {};
	const byForm = { population: 'WEBSITE', rights: [right], requester, email, ...correction };
	const byStaff = { ...byForm, manner: 'POST', receivedOn: dateIn(api.now, 'America/Los_Angeles') };
	await api.ask(record, { input: byStaff }, { key });
	const { data } =
		manner === 'FORM'
			? await api.ask(submit, { input: byForm })
			: await api.ask(record, { input: { ...byStaff, manner } }, { key });
	const [id = '', twinId = ''] = await newestStreams(api, 'request', 2);
	const letters = (await api.deliver()).map(({ text }) => /confirm\/([\w-]{43})\//.exec(text)?.[1]);
	return { api, id, twinId, code: data.result.code, token: letters.find((it) => it) ?? 'none'.padEnd(43, '-') };
};

const steps = fc.array(fc.tuple(anyCommand, fc.boolean(), fc.constantFrom(0, 0, 60, 86_400, 6 * 86_400)), {
	maxLength: process.env.DEEP ? 60 : 40,
	size: 'max',
});

it('whatever is done to a request and whenever, its row is what its events say, each letter is queued once, and no clock is missed', async () => {
	await using api = await openTestApi();
	let people = 0;
	await fc.assert(
		fc.asyncProperty(arrivals, steps, async (arrival, walk) => {
			people += 1;
			api.setNow(instant(arrival.at));
			const real = await begin(api, `person-${people}@example.com`, arrival);
			let recorded = await eventsOf(real);
			const received = replayed(recorded);
			let state = received;
			for (const [command, isAimed, seconds] of walk) {
				api.setNow(addSeconds(api.now, seconds));
				await api.runClock();
				await clockHolds(api);
				await act(real, isAimed ? aimedAt(state, command) : command);
				const events = await eventsOf(real);
				for (const event of events.slice(recorded.length)) {
					const before = state;
					state = evolve(state, event);
					checkStep(before, event, state);
				}
				if (events.length > recorded.length) await rowHolds(real, state);
				recorded = events;
				checkState(state, received);
			}
			await lettersHold(real, state, recorded);
		}),
		{ numRuns: process.env.DEEP ? 1000 : 40 },
	);
}, 3_600_000);
