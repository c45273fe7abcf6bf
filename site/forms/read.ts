import { populations } from '../../schema/notice/vocabulary.ts';
import { accessPeriods, requesters } from '../../schema/request/vocabulary.ts';
import type { ChoicesInput, ObjectionInput, OptInInput, RightsInput, SubscribeInput } from '../api/answers.ts';
import type { Sent } from '../api/operations.ts';
import { asksToKnow } from '../rights.ts';
import { correctionCount, first, given, type Values } from './values.ts';

const acting: readonly string[] = requesters;
const periods: readonly string[] = accessPeriods;

/** The enum of the API has no word for an answer that no form offers. */
const known: readonly string[] = populations.map((it) => it.toUpperCase());

const correctionAt = (values: Values, index: number) => {
	const at = (name: string) => first(values, `corrections.${index}.${name}`);
	const evidence = at('evidence').trim();
	return { what: at('what'), shouldBe: at('shouldBe'), ...(evidence && { evidence }) };
};

/** What was entered of each correction; none at the end where nothing was, so that numbers stay those of the form. */
const correctionsIn = (values: Values) => {
	const all = Array.from({ length: correctionCount(values) }, (_, index) => correctionAt(values, index));
	const last = all.findLastIndex((it) => Object.values(it).some((text) => text.trim()));
	return all.slice(0, Math.max(1, last + 1));
};

/** How far back a request to know asks; a day that was entered before another choice was made is left out. */
export const periodIn = (values: Values) => {
	const period = first(values, 'period');
	return { ...(periods.includes(period) && { period }), ...(period === 'SINCE' && given(values, 'sinceOn')) };
};

/** What the API is asked for with the form of a right; nothing is judged here. */
export const rightsInput = (values: Values): RightsInput => {
	const correcting = values.rights?.includes('CORRECT');
	return {
		...(known.includes(first(values, 'population')) && { population: first(values, 'population') }),
		rights: values.rights ?? [],
		...(acting.includes(first(values, 'requester')) && { requester: first(values, 'requester') }),
		...given(values, 'onBehalfOf'),
		...given(values, 'onBehalfOfEmail'),
		...given(values, 'email'),
		...given(values, 'name'),
		...given(values, 'details'),
		...(values.rights?.some(asksToKnow) && periodIn(values)),
		...(correcting && { corrections: correctionsIn(values) }),
		...given(values, 'locale'),
	};
};

/** One field names the notice and the version, since one choice decides both. */
export const objectionInput = (values: Values): ObjectionInput => {
	const [notice = '', version = ''] = first(values, 'version').split('/');
	return {
		notice,
		version,
		email: first(values, 'email').trim(),
		...given(values, 'name'),
		...given(values, 'reason'),
		...given(values, 'locale'),
	};
};

export const choicesInput = (values: Values): ChoicesInput => ({
	optOut: first(values, 'optOut') === '1',
	recipients: values.recipients ?? [],
	limit: first(values, 'limit') === '1',
});

export const optInInput = (values: Values): OptInInput => ({
	choice: first(values, 'choice') === 'LIMIT' ? 'LIMIT' : 'OPT_OUT',
	signal: first(values, 'signal') === '1',
});

export const subscribeInput = (values: Values): SubscribeInput => ({
	email: first(values, 'email').trim(),
	notices: values.notices ?? [],
	classes: first(values, 'classes').split(' ').filter(Boolean),
	...given(values, 'frequency'),
	...given(values, 'locale'),
});

/** The language that a form was read in. */
export const localeIn = (values: Values): string => first(values, 'locale') || 'en';

/** What the API is sent of a form that is recorded once, however often it is sent. */
export const sent = <Input>(values: Values, read: (values: Values) => Input): Sent<Input> => ({
	input: read(values),
	idempotencyKey: first(values, 'idempotencyKey') || null,
	locale: localeIn(values),
});
