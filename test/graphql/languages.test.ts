import { expect, it } from 'vitest';
import { openTestApi } from './api.ts';

const wrong = (locale: string) => `mutation {
	subscribe(input: { email: "nobody", notices: ["california"] }) {
		... on Refusal { code message${locale} }
		... on InvalidInput { issues { path message${locale} } }
	}
	submitObjection(input: { notice: "california", version: "1999-01-01", email: "ana@example.com" }) {
		... on Refusal { code message${locale} }
	}
}`;

it.each([
	['of Accept-Language', '', 'es-MX,es;q=0.9,en;q=0.8', 'Escriba una dirección', 'No existe esa versión'],
	['named, before that of Accept-Language', '(locale: "es")', 'en', 'Escriba una dirección', 'No existe esa versión'],
	['that nobody speaks here: English', '(locale: "fr")', 'es', 'Enter an e-mail address', 'There is no such version'],
])('says what is wrong in the language %s; codes stay', async (_, locale, accepted, issue, refusal) => {
	await using api = await openTestApi();
	const { data } = await api.ask(wrong(locale), {}, { headers: { 'accept-language': accepted } });
	expect([data.subscribe.code, data.submitObjection.code]).toEqual(['INVALID_INPUT', 'UNKNOWN_VERSION']);
	expect(data.subscribe.issues[0].message).toContain(issue);
	expect(data.submitObjection.message).toContain(refusal);
});

it('refuses codes tried too often in the language of whoever tries', async () => {
	await using api = await openTestApi();
	const query = '{ requestStatus(code: "0000-0000-0000-0000") { receivedAt } }';
	const caller = { from: '192.0.2.1', headers: { 'accept-language': 'es' } };
	for (let n = 0; n < 20; n += 1) await api.ask(query, {}, caller);
	const { status, errors } = await api.ask(query, {}, caller);
	expect([status, errors?.[0]?.message]).toEqual([429, 'Demasiadas veces seguidas. Inténtelo de nuevo más tarde.']);
});
