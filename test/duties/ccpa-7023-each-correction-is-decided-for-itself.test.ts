// Keeps: commitments.rights
import { expect, it } from 'vitest';
import { openDesk, proven } from '../support/desk.ts';

const corrections = [
	{ what: 'My street', shouldBe: 'Quay Street', evidence: 'A letter of the city.' },
	{ what: 'My allergy', shouldBe: 'none' },
	{ what: 'The year in which\nI was born', shouldBe: '1980' },
];

// 11 CCR § 7023(f): the basis of each denial, and for health data a statement for each item that is contested.
it('names each by the words of the person, refuses some with their grounds, and takes a statement on each', async () => {
	await using desk = await openDesk();
	await desk.submit({ rights: ['CORRECT'], corrections });
	await desk.confirm();
	await desk.act('CORRECT', 'verifyRightsRequest', proven);
	const answer = (outcome: string, items: number[]) =>
		desk.act('CORRECT', 'answerRightsRequest', {
			outcome,
			denials: items.map((item) => ({ item, ground: item === 2 ? 'ACCURATE' : 'NO_DOCUMENTS' })),
			message: 'We asked your clinic.',
		});
	expect(await answer('PARTLY', [4])).toMatchObject({ code: 'PART_NOT_NAMED' });
	expect(await answer('PARTLY', [2, 2])).toMatchObject({ code: 'PART_NOT_NAMED' });
	expect(await answer('PARTLY', [1, 2, 3])).toMatchObject({ code: 'OTHER_OUTCOME', path: ['outcome'] });
	expect(await answer('DENIED', [2, 3])).toMatchObject({ code: 'OTHER_OUTCOME' });
	expect(await answer('PARTLY', [2, 3])).toEqual({ status: 'ANSWERED' });

	const letter = await desk.letter('granted in part');
	expect(letter).toContain(
		'- “My allergy”: From all that we know, it is more likely than not correct as it stands. (11 CCR § 7023(b))',
	);
	expect(letter).toContain('- “The year in which I was born”: What you sent us');
	expect(letter).toMatch(/corrected as you asked:\n\n- “My street”\n/);

	const contest = (items: number[], statement: string) => desk.act('CORRECT', 'contestAccuracy', { items, statement });
	expect(await contest([1], 'It was granted.')).toMatchObject({ code: 'NOTHING_TO_CONTEST' });
	await contest([2], 'The test was of somebody else.');
	await contest([3], 'My passport says so.');
	const { rightsRequests } = (await desk.asStaff('{ rightsRequests { edges { node { itemCount contested } } } }')) as {
		rightsRequests: { edges: { node: object }[] };
	};
	expect(rightsRequests.edges[0]?.node).toEqual({ itemCount: 3, contested: [2, 3] });
	const last = () => desk.peer.received.filter(({ mail }) => mail.subject?.includes('you contest the data')).at(-1);
	await expect.poll(() => last()?.mail.text, { timeout: 15_000 }).toContain('My passport says so.');
	expect(last()?.mail.text).toContain('Your statement on “My allergy”, which is kept with the data:');
});

it('are ten at most, and one that says nothing is named by its place', async () => {
	await using desk = await openDesk();
	const send = (list: object[]) => desk.submit({ rights: ['CORRECT'], corrections: list });
	const one = { what: 'My name', shouldBe: 'Ana' };
	expect(await send(Array(11).fill(one))).toMatchObject({ code: 'INVALID_INPUT' });
	expect(await send([one, { what: '', shouldBe: 'Ana' }])).toMatchObject({ code: 'INVALID_INPUT' });
	expect(await send([])).toMatchObject({ code: 'INVALID_INPUT' });
	expect(await send(Array(10).fill(one))).toMatchObject({ __typename: 'RightsReceipt' });
});
