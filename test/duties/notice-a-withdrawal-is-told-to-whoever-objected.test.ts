// Keeps: changeTerms.objection
import { expect, it } from 'vitest';
import { addSeconds } from '../../schema/time.ts';
import { openTestApi, type TestApi, tokenIn } from '../graphql/api.ts';

const submit = `mutation ($email: String!) { submitObjection(input: {
	notice: "california", version: "2027-03-01", email: $email }) { __typename } }`;
const confirm = 'mutation ($token: String!) { confirmObjection(input: { token: $token }) { __typename } }';

const withdrawNow = async (api: TestApi) => {
	const library = structuredClone(api.library);
	const coming = library.notices.find(({ slug }) => slug === 'california')?.versions.at(-1);
	if (!coming) throw new Error('no version to come');
	coming.withdrawnAt = addSeconds(api.now, 60);
	api.replaceLibrary(library);
	api.addSeconds(60);
	await api.tellSubscribers();
};

it('once, and to nobody whose objection was never confirmed', async () => {
	await using api = await openTestApi();
	await api.tellSubscribers();
	for (const email of ['ana@example.com', 'ben@example.com']) await api.ask(submit, { email });
	const [toAna] = await api.deliver();
	await api.ask(confirm, { token: tokenIn(toAna, 'objections/confirm') });
	await api.deliver();

	await withdrawNow(api);
	await api.tellSubscribers();
	const letters = await api.deliver();
	expect(letters.map(({ kind, to }) => [kind, to])).toEqual([['objection-overtaken', 'ana@example.com']]);
	expect(letters[0]?.text).toContain('That version is withdrawn.');
});

it('to whoever confirms only afterwards too, and nobody hears that what was withdrawn takes effect', async () => {
	await using api = await openTestApi();
	await api.tellSubscribers();
	await api.ask(submit, { email: 'ana@example.com' });
	const [toAna] = await api.deliver();
	await withdrawNow(api);
	await api.ask(confirm, { token: tokenIn(toAna, 'objections/confirm') });
	expect((await api.deliver()).map(({ kind, to }) => [kind, to])).toEqual([['objection-overtaken', 'ana@example.com']]);
});
