import { expect, it } from 'vitest';
import { fieldWords } from '../../schema/field-words.ts';
import { spokenFor } from '../../schema/locales.ts';
import { codeInput, submitObjectionInput } from '../../schema/objection/submission.ts';
import { setChoicesInput } from '../../schema/preference/submission.ts';
import { type RefusalCode, refusals } from '../../schema/refusals.ts';
import { submitRightsRequestInput, tokenInput } from '../../schema/request/submission.ts';
import { subscribeInput } from '../../schema/subscription/submission.ts';
import { fieldIssueIn, refusalIn } from '../../schema/words.ts';

it('speaks the language that is asked for by its first part, and English to everybody else', () => {
	expect(['es', 'es-MX', 'ES', 'en-US', 'fr', 'esk', '', null].map(spokenFor)).toEqual([
		...['es', 'es', 'es', 'en', 'en', 'en', 'en', 'en'],
	]);
});

it('has whole Spanish sentences of its own for every refusal and every field', () => {
	const inSpanish = [
		...Object.keys(refusals).map((code) => refusalIn(code as RefusalCode, 'es')),
		...Object.values(fieldWords).map((english) => fieldIssueIn(english, 'es')),
	];
	const english: string[] = [...Object.values(refusals), ...Object.values(fieldWords)];
	for (const [index, sentence] of inSpanish.entries()) {
		expect(sentence).toMatch(/^[A-ZÁÉÍÓÚÑ¿].*[.?]$/);
		expect(sentence).not.toBe(english[index]);
	}
});

it('has Spanish for all that the forms’ schemas say of what people enter', () => {
	const wrong = [
		submitRightsRequestInput.safeParse({
			population: null,
			rights: ['CORRECT', 'CORRECT'],
			email: '',
			name: 'a\u0007',
		}),
		submitRightsRequestInput.safeParse({
			population: 'website',
			rights: [],
			requester: 'AGENT',
			details: 'a\u0007',
			locale: '??',
		}),
		submitRightsRequestInput.safeParse({ rights: ['FLY'], correction: { what: '', shouldBe: 'x'.repeat(4001) } }),
		submitObjectionInput.safeParse({ notice: '', version: '', email: 'nobody', name: 'x'.repeat(201) }),
		subscribeInput.safeParse({ notices: [], email: `${'x'.repeat(250)}@example.org` }),
		subscribeInput.safeParse({ notices: Array(51).fill('a'), email: ' ' }),
		setChoicesInput.safeParse({ recipients: [] }),
		codeInput.safeParse({ code: 'nothing' }),
		tokenInput.safeParse({ token: '?' }),
	];
	const said = wrong.flatMap(({ error }) => error?.issues.map(({ message }) => message) ?? []);
	expect(said.length).toBeGreaterThan(15);
	for (const message of said) expect(fieldIssueIn(message, 'es')).not.toBe(message);
});

it('leaves what is meant for programmers in English', () => {
	expect(fieldIssueIn('Invalid input: expected string, received number', 'es')).toMatch(/^Invalid input/);
});
