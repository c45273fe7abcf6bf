import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { evolve, type ObjectionEvent, type ObjectionState } from '../../api/domain/objection.ts';
import { readStream } from '../../api/store/events.ts';
import { objectionById } from '../../api/store/objections.ts';
import type { Version } from '../../schema/notice/model.ts';
import { addDays, type PlainDate } from '../../schema/time.ts';
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

const submit = `mutation ($input: SubmitObjectionInput!) { result: submitObjection(input: $input) { __typename
	... on ObjectionReceipt { code } ... on Refusal { code } } }`;

interface Objection {
	open: RacedApi;
	key: string;
	id: string;
	rowId: string;
	code: string;
	token: string;
}

const ask = ({ open, key }: Objection, name: string, type: string, input: object) =>
	open.api.ask(mutation(name, type), { input }, { key }).then(cameTo);

const decideTo = (decision: 'UPHELD' | 'REJECTED') => (it: Objection) =>
	ask(it, 'decideObjection', 'DecideObjectionInput', { id: it.id, decision, message: 'For a reason.' });

const deeds = {
	confirm: (it: Objection) => ask(it, 'confirmObjection', 'TokenInput', { token: it.token }),
	withdraw: (it: Objection) => ask(it, 'withdrawObjection', 'CodeInput', { code: it.code }),
	uphold: decideTo('UPHELD'),
	reject: decideTo('REJECTED'),
} as const;
type Deed = keyof typeof deeds;

/** What was done before, what is done at once, and how the objection can stand afterwards: as if one had come after the other. */
const races: readonly { before: readonly Deed[]; atOnce: readonly Deed[]; statuses: readonly string[] }[] = [
	{ before: [], atOnce: ['confirm', 'confirm', 'confirm'], statuses: ['COUNTED'] },
	{ before: [], atOnce: ['confirm', 'withdraw'], statuses: ['WITHDRAWN'] },
	{ before: ['confirm'], atOnce: ['withdraw', 'withdraw'], statuses: ['WITHDRAWN'] },
	{ before: ['confirm'], atOnce: ['uphold', 'reject'], statuses: ['DECIDED'] },
	{ before: ['confirm'], atOnce: ['uphold', 'uphold'], statuses: ['DECIDED'] },
	{ before: ['confirm'], atOnce: ['uphold', 'withdraw'], statuses: ['WITHDRAWN'] },
];

describe.each(racedDialects)('on %s', (dialect) => {
	let opened: { open: RacedApi; key: string } | null = null;
	const api = async () => {
		if (!opened) {
			const open = await openRacedApi(dialect);
			opened = { open, key: await open.api.keyFor('objections:read', 'objections:decide') };
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

	const object = async (email: string, version = '2027-03-01'): Promise<Objection> => {
		const { open, key } = await api();
		const { code } = (await open.api.ask(submit, { input: { notice: 'california', version, email } })).data.result;
		const letter = (await open.api.deliver()).find(({ to, kind }) => to === email && kind === 'objection-confirm');
		const [rowId = ''] = await newestStreams(open.api, 'objection', 1);
		return { open, key, id: idIn('Objection', rowId), rowId, code, token: tokenIn(letter, 'objections/confirm') };
	};

	/** The objection as its events have it, which its row has too. */
	const standing = async ({ open: { api }, rowId }: Objection) => {
		const events = await api.store.read((tx) => readStream<ObjectionEvent>(tx, { kind: 'objection', id: rowId }));
		const state = events.reduce<ObjectionState | null>(evolve, null);
		const row = await api.store.read((tx) => objectionById(tx, rowId));
		expect(row).toMatchObject({ ...state, streamVersion: events.length });
		return { status: state?.status ?? '', types: events.map(({ type }) => type) };
	};

	it(
		'one objection ends as if one had come after the other, and nothing happens to it twice',
		async () => {
			await fc.assert(
				fc.asyncProperty(fc.constantFrom(...races), fc.scheduler(), async ({ before, atOnce, statuses }, scheduler) => {
					const objection = await object(newAddress());
					for (const deed of before) expect(isRefusal(await deeds[deed](objection))).toBe(false);
					const earlier = (await standing(objection)).types.length;
					const outcomes = await objection.open.atOnce(
						scheduler,
						atOnce.map((deed) => () => deeds[deed](objection)),
					);
					const { status, types } = await standing(objection);
					expect(statuses).toContain(status);
					expect(new Set(types).size).toBe(types.length);
					// Who was not refused did something, once.
					expect(outcomes.filter((it) => !isRefusal(it)).length).toBe(types.length - earlier);
				}),
				raced(50),
			);
		},
		racedTimeout,
	);

	it(
		'of two objections of one address one counts, and the other one as soon as that is taken back',
		async () => {
			await fc.assert(
				fc.asyncProperty(fc.scheduler(), async (scheduler) => {
					const email = newAddress();
					const both = [await object(email), await object(email)];
					const { open } = await api();
					await open.atOnce(
						scheduler,
						both.map((it) => () => deeds.confirm(it)),
					);
					const statuses = await Promise.all(both.map(async (it) => (await standing(it)).status));
					expect(statuses.toSorted()).toEqual(['COUNTED', 'JOINED']);
					const [counted, joined] = statuses[0] === 'COUNTED' ? both : both.toReversed();
					if (!counted || !joined) throw new Error('there are two');
					await open.atOnce(scheduler, [() => deeds.withdraw(counted), () => deeds.confirm(joined)]);
					await deeds.confirm(joined);
					expect([(await standing(counted)).status, (await standing(joined)).status]).toEqual(['WITHDRAWN', 'COUNTED']);
				}),
				raced(20),
			);
		},
		racedTimeout,
	);

	let announced = 0;
	/** A further version that is announced, with its own window for objections. */
	const announce = async () => {
		const { open } = await api();
		announced += 1;
		const library = structuredClone(open.api.library);
		const versions = library.notices.find(({ slug }) => slug === 'california')?.versions ?? [];
		const id = addDays('2027-03-01' as PlainDate, announced); // A date as it is written.
		const coming = { ...(versions.at(-1) as Version), id, withdrawnAt: null }; // There is one.
		versions.push(coming);
		open.api.replaceLibrary(library);
		await open.api.tellSubscribers();
		return id;
	};

	const withdraw = async (id: string) => {
		const { open } = await api();
		const library = structuredClone(open.api.library);
		const version = library.notices.find(({ slug }) => slug === 'california')?.versions.find((it) => it.id === id);
		if (version) version.withdrawnAt = open.api.now;
		open.api.replaceLibrary(library);
		await open.api.tellSubscribers();
	};

	it(
		'whoever objects while the version is withdrawn hears of it once, whichever comes first',
		async () => {
			await fc.assert(
				fc.asyncProperty(fc.scheduler(), async (scheduler) => {
					const { open } = await api();
					const id = await announce();
					const all = [await object(newAddress(), id), await object(newAddress(), id), await object(newAddress(), id)];
					const [first] = all;
					if (first) await deeds.confirm(first);
					await open.api.deliver();
					await open.atOnce(scheduler, [
						async () => withdraw(id),
						...all.slice(1).map((it) => async () => void (await deeds.confirm(it))),
					]);
					for (const it of all) expect((await standing(it)).status).toBe('COUNTED');
					const letters = (await open.api.deliver()).map(({ kind }) => kind);
					expect(letters).toEqual(['objection-overtaken', 'objection-overtaken', 'objection-overtaken']);
				}),
				raced(30),
			);
		},
		racedTimeout,
	);
});
