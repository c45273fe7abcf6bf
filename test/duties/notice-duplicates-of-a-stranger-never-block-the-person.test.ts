// Keeps: commitments.rights
import { expect, it } from 'vitest';
import { openDesk, proven } from '../support/desk.ts';

const person = { rights: ['KNOW_SPECIFIC'], email: 'ana@example.com' };

it('answers the person though a stranger has sent the same with her address again and again', async () => {
	await using desk = await openDesk();
	for (let count = 0; count < 12; count += 1) await desk.submit(person);
	const before = desk.peer.received.length;
	desk.server.addSeconds(13 * 3600);
	expect(await desk.submit(person)).toMatchObject({ __typename: 'RightsReceipt' });
	await expect.poll(() => desk.peer.received.length, { timeout: 20_000 }).toBeGreaterThan(before);
	await desk.confirm();
	const confirmed = (await desk.requests()).filter(({ status }) => status === 'IN_PROGRESS');
	expect(confirmed).toHaveLength(1);
	const [own] = confirmed;
	const waiting = (await desk.requests()).find(({ status }) => status === 'AWAITING_CONFIRMATION');

	const close = (id: string, input: object) =>
		desk.asStaff(
			`mutation ($input: CloseRightsRequestInput!) { result: closeRightsRequest(input: $input) {
				... on RightsRequest { status } ... on Refusal { code } } }`,
			{ input: { id, ...input } },
		);
	// Hers is never laid aside beside one that nobody confirmed.
	expect(await close(own?.id ?? '', { reason: 'DUPLICATE', duplicateOf: waiting?.id })).toEqual({
		result: { code: 'NO_DUPLICATE' },
	});
	for (const { id, status } of await desk.requests()) {
		if (status === 'AWAITING_CONFIRMATION') await close(id, { reason: 'SPAM' });
	}
	expect((await desk.requests()).map(({ status }) => status).sort()).toEqual([
		...Array.from({ length: 12 }, () => 'CLOSED'),
		'IN_PROGRESS',
	]);
	await desk.asStaff(
		`mutation ($input: VerifyRightsRequestInput!) { verifyRightsRequest(input: $input) { __typename } }`,
		{ input: { id: own?.id, ...proven } },
	);
	const answered = await desk.asStaff(
		`mutation ($id: ID!) { result: answerRightsRequest(input: { id: $id, outcome: GRANTED, message: "Here it is." }) {
			... on RightsRequest { status } } }`,
		{ id: own?.id },
	);
	expect(answered).toEqual({ result: { status: 'ANSWERED' } });
	expect(await desk.letter('The answer to your request')).toContain('Here it is.');
	// Junk is laid aside without a letter.
	expect([...new Set(desk.peer.received.map(({ mail }) => mail.subject))].sort()).toEqual([
		'Please confirm your request',
		'The answer to your request',
		'Your request is confirmed',
	]);
});
