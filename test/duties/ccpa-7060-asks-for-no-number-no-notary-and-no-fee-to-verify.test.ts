// Keeps: commitments.verification.needs
import { GraphQLInputObjectType } from 'graphql';
import { expect, it } from 'vitest';
import { schema } from '../../api/graphql/schema.ts';
import { dataPoints } from '../../schema/request/vocabulary.ts';
import { openDesk, proven } from '../support/desk.ts';

const forbidden = /social security|passport|licen[cs]e|bank|card number|notar|affidavit|pay/i;

// 11 CCR § 7060(c) and (d): no sensitive identifiers where others do, and no fee and no notary in order to verify.
it('has no field for such a number, in the form or at the desk', () => {
	const fieldsOf = (name: string) => {
		const type = schema.getType(name);
		return type instanceof GraphQLInputObjectType ? Object.values(type.getFields()) : [];
	};
	const fields = [...fieldsOf('SubmitRightsRequestInput'), ...fieldsOf('RecordRightsRequestInput')];
	expect(fields.length).toBeGreaterThan(12);
	for (const { name, description } of fields) expect(`${name} ${description}`).not.toMatch(forbidden);
	for (const point of dataPoints) expect(point).not.toMatch(/SSN|PASSPORT|LICENSE|BANK|CARD/);
});

it('writes of no such thing in any letter from the receipt to the answer', async () => {
	await using desk = await openDesk();
	await desk.submit({ rights: ['KNOW_SPECIFIC'] });
	await desk.confirm();
	await desk.act('KNOW_SPECIFIC', 'askAboutRightsRequest', {
		question: 'IDENTITY',
		message: 'Your customer number, please.',
	});
	await desk.letter('A question about your request');
	await desk.act('KNOW_SPECIFIC', 'verifyRightsRequest', proven);
	await desk.act('KNOW_SPECIFIC', 'answerRightsRequest', { outcome: 'GRANTED', message: 'Here it is.' });
	await desk.letter('The answer to your request');
	expect(desk.peer.received).toHaveLength(4);
	for (const { mail } of desk.peer.received) expect(mail.text).not.toMatch(forbidden);
});
