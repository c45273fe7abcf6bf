import { expect, it } from 'vitest';
import * as operations from '../../site/api/operations.ts';
import { openTestApi } from './api.ts';

const token = 't'.repeat(43);
const code = '0000-0000-0000-0000';
const email = 'ana@example.com';

const inputs: Record<string, object> = {
	submitRightsRequest: { population: 'WEBSITE', rights: ['DELETE'], email },
	confirmRightsRequest: { token },
	answerAboutAgent: { token, authorised: true },
	withdrawRightsRequest: { code },
	resendCodes: { email },
	askForMessages: { code, right: 'DELETE' },
	openMessages: { token },
	openPackage: { token },
	submitObjection: { notice: 'california', version: '2027-03-01', email },
	confirmObjection: { token },
	withdrawObjection: { code },
	subscribe: { notices: ['california'], email },
	confirmSubscription: { token },
	unsubscribe: { token },
	recordSignal: { signal: true },
	setChoices: { optOut: true },
	askToOptIn: { choice: 'OPT_OUT' },
	confirmOptIn: { choice: 'OPT_OUT' },
	requestSignIn: { email },
	signIn: { token },
	finishProviderSignIn: { query: 'code=x' },
};

const all = Object.values(operations).filter((it) => typeof it === 'object' && 'text' in it);

it('answers every operation of the site under the limits of production', async () => {
	await using api = await openTestApi();
	expect(all.length).toBeGreaterThan(11);
	for (const { field, text } of all) {
		const variables = { input: inputs[field], code, locale: 'es', year: 2025 };
		const { status, errors, data } = await api.ask(text, variables);
		expect([field, status, errors]).toEqual([field, 200, undefined]);
		expect(data).toHaveProperty(field);
	}
});
