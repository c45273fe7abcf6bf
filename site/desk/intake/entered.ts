import { periodIn } from '../../forms/read.ts';
import { first, given, type Values } from '../../forms/values.ts';
import { asksToKnow } from '../../rights.ts';

const single = [
	'population',
	'requester',
	'manner',
	'receivedOn',
	'email',
	'post',
	'name',
	'onBehalfOf',
	'onBehalfOfEmail',
	'details',
	'locale',
] as const;

/** What was entered of a request, as the API takes it; nothing is judged here. */
export const intakeInput = (values: Values): Record<string, unknown> => ({
	rights: values.rights ?? [],
	...Object.assign({}, ...single.map((name) => given(values, name))),
	...(values.rights?.some(asksToKnow) && periodIn(values)),
	...(values.rights?.includes('CORRECT') && {
		correction: { what: first(values, 'correction.what'), shouldBe: first(values, 'correction.shouldBe') },
	}),
});
