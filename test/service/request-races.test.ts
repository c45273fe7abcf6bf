import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { RequestEvent, RequestState } from '../../api/domain/request.ts';
import { evolve } from '../../api/domain/request-evolve.ts';
import { readStream } from '../../api/store/events.ts';
import { requestById } from '../../api/store/requests.ts';
import { addDays, addMonths, dateIn } from '../../schema/time.ts';
import { tokenIn } from '../graphql/api.ts';
import {
	cameTo,
	idIn,
	isRefusal,
	mutation,
	newestStreams,
	openRacedApi,
	type RacedApi,
	raced,
	racedDialects,
	racedTimeout,
} from '../support/races.ts';

const submit = `mutation ($input: SubmitRightsRequestInput!) {
	result: submitRightsRequest(input: $input) { ... on RightsReceipt { code } } }`;

interface Request {
	open: RacedApi;
	key: string;
	id: string;
	rowId: string;
	code: string;
	token: string;
}

const byStaff =
	(name: string, own: (request: Request) => object = () => ({})) =>
	(request: Request) =>
		request.open.api
			.ask(mutation(name), { input: { id: request.id, ...own(request) } }, { key: request.key })
			.then(cameTo);

const proven = { points: ['EMAIL', 'NAME', 'CUSTOMER_NUMBER'], declaration: true };
const message = 'It is done.';

const deeds = {
	confirm: ({ open, token }: Request) =>
		open.api.ask(mutation('confirmRightsRequest', 'TokenInput'), { input: { token } }).then(cameTo),
	withdraw: ({ open, code }: Request) =>
		open.api.ask(mutation('withdrawRightsRequest'), { input: { code } }).then(cameTo),
	verify: byStaff('verifyRightsRequest', () => proven),
	charge: byStaff('chargeForRightsRequest', () => ({ ground: 'EXCESSIVE', cents: 500, message })),
	extend: byStaff('extendRightsRequest', ({ open }) => ({
		dueOn: addDays(dateIn(open.api.now, 'America/Los_Angeles'), 60),
		reason: 'COMPLEXITY',
		message,
	})),
	grant: byStaff('answerRightsRequest', () => ({ outcome: 'GRANTED', message })),
	deny: byStaff('answerRightsRequest', () => ({ outcome: 'DENIED', ground: 'EXEMPT', message })),
	discard: byStaff('closeRightsRequest', () => ({ reason: 'SPAM' })),
	reopen: byStaff('reopenRightsRequest', () => ({ reason: 'OUR_MISTAKE', message })),
} as const;
type Deed = keyof typeof deeds;

const ended = /Answered$|Refused$|Withdrawn$|Discarded$/;

/** What was done before, what is done at once, and which event there is one more of afterwards, whoever comes first. */
const races: readonly { before: readonly Deed[]; atOnce: readonly Deed[]; once: RegExp }[] = [
	{ before: [], atOnce: ['confirm', 'confirm'], once: /Confirmed$/ },
	{ before: [], atOnce: ['withdraw', 'discard'], once: ended },
	{ before: ['confirm'], atOnce: ['verify', 'verify'], once: /Verified$/ },
	{ before: ['confirm'], atOnce: ['charge', 'charge'], once: /Charged$/ },
	{ before: ['confirm'], atOnce: ['extend', 'extend'], once: /Extended$/ },
	{ before: ['confirm'], atOnce: ['withdraw', 'withdraw'], once: ended },
	{ before: ['confirm', 'verify'], atOnce: ['grant', 'deny'], once: ended },
	{ before: ['confirm', 'verify'], atOnce: ['grant', 'withdraw'], once: ended },
	{ before: ['confirm', 'verify'], atOnce: ['grant', 'deny', 'withdraw', 'discard'], once: ended },
	{ before: ['confirm', 'verify', 'grant'], atOnce: ['reopen', 'reopen'], once: /Reopened$/ },
];

describe.each(racedDialects)('on %s', (dialect) => {
	let opened: { open: RacedApi; key: string } | null = null;
	const api = async () => {
		if (!opened) {
			const open = await openRacedApi(dialect);
			const key = await open.api.keyFor('requests:read', 'requests:record', 'requests:verify', 'requests:answer');
			opened = { open, key };
		}
		return opened;
	};
	afterAll(async () => {
		await opened?.open.api[Symbol.asyncDispose]();
	});

	let people = 0;
	const newAddress = () => {
		people += 1;
		return `person-${people}@example.com`;
	};

	const send = async (rights: string[], email: string): Promise<Request> => {
		const { open, key } = await api();
		const correction = { what: 'My street', shouldBe: 'Quay Street' };
		const input = { population: 'WEBSITE', rights, email, ...(rights.includes('CORRECT') && { correction }) };
		const { code } = (await open.api.ask(submit, { input })).data.result;
		const letters = await open.api.deliver();
		const letter = letters.find(({ text, to }) => to === email && text.includes('requests/confirm'));
		const [rowId = ''] = await newestStreams(open.api, 'request', 1);
		const token = tokenIn(letter, 'requests/confirm');
		return { open, key, id: idIn('RightsRequest', rowId), rowId, code, token };
	};

	const eventsOf = ({ open, rowId }: Request) =>
		open.api.store.read((tx) => readStream<RequestEvent>(tx, { kind: 'request', id: rowId }));

	const rowOf = ({ open, rowId }: Request) => open.api.store.read((tx) => requestById(tx, rowId));

	/** The request as its events have it, which its row has too. */
	const standing = async (request: Request): Promise<RequestState> => {
		const events = await eventsOf(request);
		const state = events.reduce<RequestState | null>(evolve, null);
		const row = await rowOf(request);
		if (!state || !row) throw new Error('there is no such request');
		const { status, outcome, dueOn, endedAt, nextOn } = state;
		expect(row).toMatchObject({ status, outcome, dueOn, endedAt, nextOn, streamVersion: events.length });
		return state;
	};

	it(
		'one request ends as if one had come after the other, and who comes too late is told why',
		async () => {
			await fc.assert(
				fc.asyncProperty(fc.constantFrom(...races), fc.scheduler(), async ({ before, atOnce, once }, scheduler) => {
					const request = await send(['CORRECT'], newAddress());
					for (const deed of before) expect(isRefusal(await deeds[deed](request))).toBe(false);
					const earlier = (await eventsOf(request)).length;
					const outcomes = await request.open.atOnce(
						scheduler,
						atOnce.map((deed) => () => deeds[deed](request)),
					);
					const events = (await eventsOf(request)).slice(earlier);
					expect(events.filter(({ type }) => once.test(type)).length).toBe(1);
					expect(outcomes.filter((it) => !isRefusal(it)).length).toBe(1);
					expect(outcomes.some((it) => /InvalidInput|INTERNAL|error/.test(it))).toBe(false);
					await standing(request);
				}),
				raced(80),
			);
		},
		racedTimeout,
	);

	const record = async (rights: string[], email: string, receivedOn: string): Promise<Request> => {
		const { open, key } = await api();
		const input = { population: 'WEBSITE', rights, manner: 'POST', receivedOn, email };
		expect(cameTo(await open.api.ask(mutation('recordRightsRequest'), { input }, { key }))).toBe('RightsReceipt');
		const [rowId = ''] = await newestStreams(open.api, 'request', 1);
		return { open, key, id: idIn('RightsRequest', rowId), rowId, code: '', token: '' };
	};

	it(
		'of two requests that are each laid aside as the duplicate of the other, one stays',
		async () => {
			await fc.assert(
				fc.asyncProperty(fc.scheduler(), async (scheduler) => {
					const { open } = await api();
					const email = newAddress();
					const today = dateIn(open.api.now, 'America/Los_Angeles');
					const [one, other] = [
						await record(['DELETE'], email, addDays(today, -1)),
						await record(['DELETE'], email, addDays(today, -1)),
					];
					const close = (request: Request, duplicateOf: Request) =>
						byStaff('closeRightsRequest', () => ({ reason: 'DUPLICATE', duplicateOf: duplicateOf.id }))(request);
					const outcomes = await open.atOnce(scheduler, [() => close(one, other), () => close(other, one)]);
					const statuses = [(await standing(one)).status, (await standing(other)).status];
					expect(statuses.toSorted()).toEqual(['CLOSED', 'IN_PROGRESS']);
					expect(outcomes.filter(isRefusal)).toEqual(['NO_DUPLICATE']);
				}),
				raced(20),
			);
		},
		racedTimeout,
	);

	it(
		'of two third requests for access in a year, each is answered or told when the next one will be',
		async () => {
			await fc.assert(
				fc.asyncProperty(fc.scheduler(), async (scheduler) => {
					const { open } = await api();
					const email = newAddress();
					const today = dateIn(open.api.now, 'America/Los_Angeles');
					const first = await record(['KNOW_CATEGORIES'], email, addDays(today, -100));
					const second = await record(['KNOW_SPECIFIC'], email, addDays(today, -40));
					for (const request of [first, second]) await deeds.verify(request);
					await deeds.grant(first);
					const thirds = [await send(['KNOW_SPECIFIC'], email), await send(['KNOW_CATEGORIES'], email)];
					const outcomes = await open.atOnce(scheduler, [
						() => deeds.grant(second),
						...thirds.map((it) => () => deeds.confirm(it)),
					]);
					expect(outcomes.every((it) => it.startsWith('Rights'))).toBe(true);
					const nextOn = addMonths(addDays(today, -100), 12);
					for (const third of thirds) {
						const state = await standing(third);
						expect([null, nextOn]).toContain(state.nextOn);
						expect(state.status).toBe(state.nextOn ? 'REFUSED' : 'IN_PROGRESS');
					}
					// What is answered by now counts for whoever comes after.
					expect(await standing(await record(['KNOW_SPECIFIC'], email, today))).toMatchObject({
						status: 'REFUSED',
						nextOn,
					});
				}),
				raced(20),
			);
		},
		racedTimeout,
	);
});
