import { expect, it } from 'vitest';
import { addSeconds, type Instant } from '../../schema/time.ts';
import { openTestApi, type TestApi, tokenIn } from './api.ts';

const day = 86_400;

const submit = `mutation ($input: SubmitObjectionInput!) { submitObjection(input: $input) { __typename
	... on ObjectionReceipt { code receivedAt confirmBy version { version } }
	... on Refusal { code message path }
	... on InvalidInput { issues { path message } }
	... on WindowClosed { opensAt closesAt } } }`;
const confirm = `mutation ($token: String!) { confirmObjection(input: { token: $token }) { __typename
	... on ObjectionReceiptStatus { status countedAt canWithdraw effect version { version } } ... on Refusal { code } } }`;
const withdraw = `mutation ($code: String!) { withdrawObjection(input: { code: $code }) { __typename
	... on ObjectionReceiptStatus { status canWithdraw } ... on Refusal { code path } } }`;
const status = 'query ($code: String!) { objectionStatus(code: $code) { status countedAt canWithdraw } }';
const count = '{ notice(slug: "california") { announced { objectionCount } } }';

const comingOf = (api: TestApi) => {
	const version = api.library.notices.find(({ slug }) => slug === 'california')?.versions.at(-1);
	if (!version?.revision.objection) throw new Error('no announced version with an objection window');
	return { id: version.id, window: version.revision.objection };
};

const inputFor = (api: TestApi, email = 'ana@example.com') => ({
	input: { notice: 'california', version: comingOf(api).id, email, name: 'Ana', reason: 'I would rather not.' },
});

const send = async (api: TestApi, email?: string) => {
	const { data } = await api.ask(submit, inputFor(api, email));
	expect(data.submitObjection.__typename).toBe('ObjectionReceipt');
	const [letter] = await api.deliver();
	return { code: data.submitObjection.code as string, token: tokenIn(letter, 'objections/confirm') };
};

it('takes an objection to its receipt, its count and its withdrawal', async () => {
	await using api = await openTestApi();
	const { data } = await api.ask(submit, inputFor(api));
	const receipt = data.submitObjection;
	expect(receipt).toMatchObject({ receivedAt: api.now, version: { version: comingOf(api).id } });
	expect(receipt.code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
	expect(receipt.confirmBy).toBe(addSeconds(api.now, 7 * day));

	const [letter] = await api.deliver();
	expect(letter?.to).toBe('ana@example.com');
	expect(letter?.text).toContain(receipt.code);
	expect((await api.ask(count)).data.notice.announced[0].objectionCount).toBe(0);

	const token = tokenIn(letter, 'objections/confirm');
	const confirmed = (await api.ask(confirm, { token })).data.confirmObjection;
	expect(confirmed).toMatchObject({ status: 'COUNTED', countedAt: api.now, canWithdraw: true });
	expect(confirmed.effect).not.toBe('');
	expect((await api.ask(count)).data.notice.announced[0].objectionCount).toBe(1);
	expect((await api.deliver()).map(({ kind }) => kind)).toEqual(['objection-counted']);

	expect(
		(await api.ask(status, { code: receipt.code.toLowerCase().replaceAll('-', ' ') })).data.objectionStatus,
	).toEqual({
		status: 'COUNTED',
		countedAt: api.now,
		canWithdraw: true,
	});
	expect((await api.ask(withdraw, { code: receipt.code })).data.withdrawObjection).toEqual({
		__typename: 'ObjectionReceiptStatus',
		status: 'WITHDRAWN',
		canWithdraw: false,
	});
	expect((await api.ask(count)).data.notice.announced[0].objectionCount).toBe(0);
	expect((await api.deliver()).map(({ kind }) => kind)).toEqual(['objection-withdrawn']);
	expect((await api.ask(withdraw, { code: receipt.code })).data.withdrawObjection.code).toBe('ALREADY_ENDED');
});

it('refuses it outside the window, with the dates, to the second', async () => {
	await using api = await openTestApi();
	const { opensAt, closesAt } = comingOf(api).window;
	const at = async (instant: Instant) => {
		api.setNow(instant);
		return (await api.ask(submit, inputFor(api, `${instant.replace(/\D/g, '')}@example.com`))).data.submitObjection;
	};
	expect((await at(addSeconds(opensAt, -1))).code).toBe('UNKNOWN_VERSION');
	expect((await at(opensAt)).__typename).toBe('ObjectionReceipt');
	expect((await at(addSeconds(closesAt, -1))).__typename).toBe('ObjectionReceipt');
	expect(await at(closesAt)).toMatchObject({
		__typename: 'WindowClosed',
		code: 'WINDOW_CLOSED',
		path: ['version'],
		opensAt,
		closesAt,
	});
	const [old] = api.library.notices.find(({ slug }) => slug === 'california')?.versions ?? [];
	const toOld = { input: { ...inputFor(api).input, version: old?.id } };
	expect((await api.ask(submit, toOld)).data.submitObjection.code).toBe('NO_OBJECTION_WINDOW');
});

it('counts one that was sent in time and confirmed after the window has closed', async () => {
	await using api = await openTestApi();
	api.setNow(addSeconds(comingOf(api).window.closesAt, -60));
	const { token } = await send(api);
	api.addSeconds(6 * day);
	expect((await api.ask(confirm, { token })).data.confirmObjection.status).toBe('COUNTED');
});

it('lets it lapse after seven days, with a letter that says so', async () => {
	await using api = await openTestApi();
	const { code, token } = await send(api);
	api.addSeconds(7 * day - 1);
	expect(await api.runClock()).toBe(0);
	api.addSeconds(1);
	expect((await api.ask(confirm, { token })).data.confirmObjection.code).toBe('LINK_EXPIRED');
	expect(await api.runClock()).toBe(1);
	expect(await api.runClock()).toBe(0);
	expect((await api.ask(status, { code })).data.objectionStatus.status).toBe('LAPSED');
	expect((await api.ask(confirm, { token })).data.confirmObjection.code).toBe('ALREADY_ENDED');
	expect((await api.deliver()).map(({ kind }) => kind)).toEqual(['objection-lapsed']);
});

it('counts an address once, and a link once', async () => {
	await using api = await openTestApi();
	const [first, second] = [await send(api), await send(api, 'ANA@example.com')];
	expect((await api.ask(confirm, { token: first.token })).data.confirmObjection.status).toBe('COUNTED');
	expect((await api.ask(confirm, { token: first.token })).data.confirmObjection.code).toBe('ALREADY_CONFIRMED');
	expect((await api.ask(confirm, { token: second.token })).data.confirmObjection.code).toBe('ALREADY_COUNTED');
	expect((await api.ask(status, { code: second.code })).data.objectionStatus.status).toBe('JOINED');
	expect((await api.ask(count)).data.notice.announced[0].objectionCount).toBe(1);
	await api.ask(withdraw, { code: first.code });
	expect((await api.ask(confirm, { token: second.token })).data.confirmObjection.status).toBe('COUNTED');
});

it('refuses a notice, a version, a token and a code that it does not know', async () => {
	await using api = await openTestApi();
	const { input } = inputFor(api);
	const refusal = async (change: object) =>
		(await api.ask(submit, { input: { ...input, ...change } })).data.submitObjection;
	expect(await refusal({ notice: 'nothing' })).toMatchObject({ code: 'UNKNOWN_NOTICE', path: ['notice'] });
	expect(await refusal({ version: '1999-01-01' })).toMatchObject({ code: 'UNKNOWN_VERSION', path: ['version'] });
	expect((await api.ask(confirm, { token: 'x'.repeat(43) })).data.confirmObjection.code).toBe('UNKNOWN_TOKEN');
	const unknown = '0000-0000-0000-0000';
	expect((await api.ask(withdraw, { code: unknown })).data.withdrawObjection).toMatchObject({
		code: 'UNKNOWN_CODE',
		path: ['code'],
	});
	expect((await api.ask(status, { code: unknown })).data.objectionStatus).toBeNull();
	expect((await api.ask(status, { code: 'not a code' })).data.objectionStatus).toBeNull();
});

it('counts once what is confirmed five times at the same moment', async () => {
	await using api = await openTestApi();
	const { token } = await send(api);
	const answers = await Promise.all(Array.from({ length: 5 }, () => api.ask(confirm, { token })));
	const names = answers.map(({ data }) => data.confirmObjection.code ?? data.confirmObjection.status).sort();
	expect(names).toEqual([...Array(4).fill('ALREADY_CONFIRMED'), 'COUNTED']);
	expect((await api.deliver()).map(({ kind }) => kind)).toEqual(['objection-counted']);
});
