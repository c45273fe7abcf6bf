import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { openRacedApi, type RacedApi, raced, racedDialects, racedTimeout } from '../support/races.ts';

const forms = {
	submitRightsRequest: {
		input: { population: 'WEBSITE', rights: ['DELETE', 'OPT_OUT'] },
		answer: '... on RightsReceipt { code }',
	},
	submitObjection: {
		input: { notice: 'california', version: '2027-03-01' },
		answer: '... on ObjectionReceipt { code }',
	},
	subscribe: { input: { notices: ['california'] }, answer: '... on SubscriptionPending { confirmBy }' },
} as const;
type Form = keyof typeof forms;

const query = (form: Form) => `mutation ($input: ${form[0]?.toUpperCase()}${form.slice(1)}Input!, $key: String) {
	result: ${form}(input: $input, idempotencyKey: $key) { __typename ${forms[form].answer} ... on Refusal { refused: code } } }`;

/** How often each of two inputs is sent at once with one key. */
const sendings = fc.record({
	form: fc.constantFrom<Form>('submitRightsRequest', 'submitObjection', 'subscribe'),
	same: fc.integer({ min: 2, max: 4 }),
	other: fc.integer({ min: 0, max: 2 }),
});

describe.each(racedDialects)('on %s', (dialect) => {
	let open: RacedApi | null = null;
	afterAll(async () => {
		await open?.api[Symbol.asyncDispose]();
	});

	it(
		'a form sent more than once at once with one key has one effect, and another form with that key has none',
		async () => {
			open = await openRacedApi(dialect);
			const { api, atOnce } = open;
			let people = 0;
			await fc.assert(
				fc.asyncProperty(sendings, fc.scheduler(), async ({ form, same, other }, scheduler) => {
					people += 1;
					const [key, emails] = [randomUUID(), [`person-${people}@example.com`, `other-${people}@example.com`]];
					const sent = [...Array(same).fill(emails[0]), ...Array(other).fill(emails[1])] as string[]; // Addresses alone.
					const answers = await atOnce(
						scheduler,
						sent.map((email) => async () => {
							const { data } = await api.ask(query(form), { input: { ...forms[form].input, email }, key });
							return { email, result: data.result as { refused?: string } };
						}),
					);
					const taken = answers.filter(({ result }) => !result.refused);
					expect(new Set(taken.map(({ result }) => JSON.stringify(result))).size).toBe(1);
					expect(new Set(taken.map(({ email }) => email)).size).toBe(1);
					const refused = answers.filter(({ result }) => result.refused);
					expect(refused.every(({ result }) => result.refused === 'KEY_REUSED')).toBe(true);
					expect(refused.some(({ email }) => email === taken[0]?.email)).toBe(false);
					expect((await api.deliver()).map(({ to }) => to)).toEqual([taken[0]?.email]);
				}),
				raced(30),
			);
		},
		racedTimeout,
	);
});
