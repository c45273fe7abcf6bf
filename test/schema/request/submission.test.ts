// Keeps: commitments.rights
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerRightsRequestInput } from '../../../schema/request/desk.ts';
import {
	resendCodesInput,
	submitRightsRequestInput,
	tokenInput,
	withdrawRightsRequestInput,
} from '../../../schema/request/submission.ts';

const blamed = (input: unknown) =>
	submitRightsRequestInput.safeParse(input).error?.issues.map(({ path }) => path.join('.')) ?? [];
const ask = (own: object = {}) => ({ population: 'website', rights: ['DELETE'], email: 'ana@example.org', ...own });

describe('a rights request', () => {
	it.each([
		['an ordinary one', {}, []],
		['an opt-out without an address', { rights: ['OPT_OUT', 'LIMIT'], email: '' }, []],
		['an opt-out beside a deletion, without an address', { rights: ['OPT_OUT', 'DELETE'], email: null }, ['email']],
		['no right', { rights: [] }, ['rights']],
		['a right twice', { rights: ['DELETE', 'DELETE'] }, ['rights']],
		[
			'a correction asked for twice, and nothing else',
			{ rights: ['CORRECT', 'CORRECT'], email: '' },
			['rights', 'email', 'correction'],
		],
		['a right there is not beside one there is', { rights: ['FLY', 'DELETE'], email: '' }, ['rights.0', 'email']],
		['an agent who names nobody', { requester: 'AGENT' }, ['onBehalfOf']],
		['a parent who names the child', { requester: 'PARENT', onBehalfOf: 'Bo' }, []],
		['somebody who is nothing to the person', { requester: 'FRIEND', onBehalfOf: 'Bo' }, ['requester']],
		['no right and no population', { rights: [], population: null, name: 'a\u0007' }, ['population', 'rights', 'name']],
		['a right there is not', { rights: ['FLY'] }, ['rights.0']],
		['nobody’s population', { population: 'moon' }, ['population']],
		['a correction that says nothing', { rights: ['CORRECT'] }, ['correction']],
		[
			'half a correction',
			{ rights: ['CORRECT'], correction: { what: 'my name', shouldBe: ' ' } },
			['correction.shouldBe'],
		],
		[
			'a further correction that says nothing',
			{
				rights: ['CORRECT'],
				corrections: [
					{ what: 'a', shouldBe: 'b' },
					{ what: '', shouldBe: 'b' },
				],
			},
			['corrections.1.what'],
		],
		['a whole correction', { rights: ['CORRECT'], correction: { what: 'my name', shouldBe: 'Ana' } }, []],
		['a day from which on to know', { rights: ['KNOW_SPECIFIC'], period: 'SINCE', sinceOn: '2024-05-31' }, []],
		['a day that is missing', { rights: ['KNOW_SPECIFIC'], period: 'SINCE', sinceOn: '' }, ['sinceOn']],
		['a day that does not exist', { rights: ['KNOW_SPECIFIC'], period: 'SINCE', sinceOn: '2023-02-29' }, ['sinceOn']],
		['a time that nobody offers', { rights: ['KNOW_SPECIFIC'], period: 'CENTURY' }, ['period']],
		['an address that is none', { email: 'ana@' }, ['email']],
		['two addresses', { email: 'ana@example.org, eve@example.org' }, ['email']],
		['an address with a line break', { email: 'ana@example.org\r\nBcc: eve@example.org' }, ['email']],
		['an address of 255 characters', { email: `${'a'.repeat(60)}@${'b'.repeat(190)}.org` }, ['email']],
		['a name of 201 characters', { name: 'a'.repeat(201) }, ['name']],
		['a name with a line break', { name: 'Ana\nBo' }, ['name']],
		['details of 4,001 characters', { details: 'a'.repeat(4001) }, ['details']],
		['details with a null', { details: 'a\u0000b' }, ['details']],
		['several faults at once', { rights: ['CORRECT'], email: '', name: 'a\u0007' }, ['name', 'email', 'correction']],
	])('with %s blames the right fields', (_, own, fields) => {
		expect(blamed(ask(own))).toEqual(fields);
	});

	it('trims, reads empty fields as absent and keeps lines', () => {
		expect(submitRightsRequestInput.parse(ask({ email: ' ana@example.org ', name: '  ', details: 'a\r\nb' }))).toEqual({
			population: 'website',
			corrections: [],
			rights: ['DELETE'],
			requester: 'SELF',
			email: 'ana@example.org',
			details: 'a\nb',
		});
	});

	it('is refused or taken, and never throws, whatever is sent', () => {
		fc.assert(
			fc.property(fc.anything(), fc.anything(), (whole, part) => {
				submitRightsRequestInput.safeParse(whole);
				submitRightsRequestInput.safeParse(ask({ rights: part, correction: part, email: part }));
			}),
		);
	});
});

it('reads a code and one right to withdraw', () => {
	expect(withdrawRightsRequestInput.parse({ code: '7k3m 9qxa 2ofd wb5t', right: null })).toEqual({
		code: '7K3M-9QXA-20FD-WB5T',
		right: null,
	});
});

it('takes tokens of links only', () => {
	expect(tokenInput.safeParse({ token: 'a'.repeat(43) }).success).toBe(true);
	expect(tokenInput.safeParse({ token: '../../etc/passwd-is-long' }).success).toBe(false);
});

it('needs an address to send codes again, and words to answer', () => {
	expect(resendCodesInput.safeParse({ email: 'nobody' }).success).toBe(false);
	expect(answerRightsRequestInput.safeParse({ id: '1', outcome: 'DENIED', message: '  ' }).success).toBe(false);
	expect(answerRightsRequestInput.safeParse({ id: '1', outcome: 'GRANTED', message: 'Done.' }).success).toBe(true);
});
