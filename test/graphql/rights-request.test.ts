import { expect, it } from 'vitest';
import { california } from '../../schema/regimes/california.ts';
import { addDays, addSeconds, dateIn, startOfDay } from '../../schema/time.ts';
import { openTestApi, type TestApi, tokenIn } from './api.ts';

const day = 86_400;
const state = 'right status dueOn endedAt reason nextOn availableActions';
const submit = `mutation ($input: SubmitRightsRequestInput!) { submitRightsRequest(input: $input) { __typename
	... on RightsReceipt { code receivedAt needsConfirmation version { version notice { slug } } requests { ${state} } }
	... on Referral { population referTo notice { slug } }
	... on Refusal { code message path } ... on InvalidInput { issues { path message } } } }`;
const confirm = `mutation ($token: String!) { confirmRightsRequest(input: { token: $token }) { __typename
	... on RightsRequestStatus { requests { ${state} } } ... on Refusal { code path } } }`;
const withdraw = `mutation ($code: String!, $right: Right) { withdrawRightsRequest(input: { code: $code, right: $right }) { __typename
	... on RightsRequestStatus { requests { ${state} } } ... on Refusal { code path } } }`;
const status = `query ($code: String!) { requestStatus(code: $code) { receivedAt version { version } requests { ${state} } } }`;
const verify = `mutation ($id: ID!) { verifyRightsRequest(input: { id: $id, points: [EMAIL, NAME, CUSTOMER_NUMBER], declaration: true }) { __typename
	... on RightsRequest { status verifiedAt availableActions } ... on Refusal { code path } } }`;
const answer = `mutation ($input: AnswerRightsRequestInput!) { answerRightsRequest(input: $input) { __typename
	... on RightsRequest { status endedAt } ... on Refusal { code path } ... on InvalidInput { issues { path message } } } }`;
const list =
	'query ($status: RequestStatus) { rightsRequests(first: 100, status: $status) { edges { node { id right status } } } }';

const ana = { population: 'WEBSITE', email: 'ana@example.com' };

const send = async (api: TestApi, rights: string[], more: object = ana) =>
	(await api.ask(submit, { input: { population: 'WEBSITE', rights, ...more } })).data.submitRightsRequest;

const desk = (api: TestApi) => api.keyFor('requests:read', 'requests:verify', 'requests:answer');

const tokenFrom = async (api: TestApi) => {
	const letters = await api.deliver();
	return tokenIn(
		letters.find(({ kind }) => kind === 'request-receipt'),
		'requests/confirm',
	);
};

/** Asks for access and follows it to its answer. */
const answeredAccess = async (api: TestApi, key: string, email = 'ana@example.com') => {
	await send(api, ['KNOW_SPECIFIC'], { email });
	await api.ask(confirm, { token: await tokenFrom(api) });
	const { data } = await api.ask(list, { status: 'IN_PROGRESS' }, { key });
	const id = data.rightsRequests.edges.at(-1).node.id;
	await api.ask(verify, { id }, { key });
	const input = { id, outcome: 'GRANTED', message: 'Here is what we hold.' };
	const { data: done } = await api.ask(answer, { input }, { key });
	expect(done.answerRightsRequest.status).toBe('ANSWERED');
};

it('takes a request to its receipt, its confirmation, its verification and its answer', async () => {
	await using api = await openTestApi();
	const key = await desk(api);
	const receipt = await send(api, ['DELETE'], { ...ana, name: 'Ana', details: 'My account ana@example.com' });
	expect(receipt).toMatchObject({ __typename: 'RightsReceipt', needsConfirmation: true, receivedAt: api.now });
	const current = api.library.notices
		.find(({ slug }) => slug === 'california')
		?.versions.findLast((it) => it.effectiveAt <= api.now);
	expect(receipt.version).toEqual({ version: current?.id, notice: { slug: 'california' } });
	const receivedOn = dateIn(api.now, california.zone);
	const dueOn = addDays(receivedOn, Math.min(45, current?.revision.commitments?.respondWithinDays ?? 45));
	expect(receipt.requests).toEqual([
		{
			right: 'DELETE',
			status: 'AWAITING_CONFIRMATION',
			dueOn,
			endedAt: null,
			reason: null,
			nextOn: null,
			availableActions: ['CONFIRM', 'WITHDRAW'],
		},
	]);

	const [letter] = await api.deliver();
	expect(letter?.text).toContain(receipt.code);
	api.addSeconds(3 * day);
	const confirmed = await api.ask(confirm, { token: tokenIn(letter, 'requests/confirm') });
	expect(confirmed.data.confirmRightsRequest.requests[0]).toMatchObject({ status: 'IN_PROGRESS', dueOn });
	expect((await api.deliver()).map(({ kind }) => kind)).toEqual(['request-confirmed']);

	const { data } = await api.ask(list, {}, { key });
	const { id } = data.rightsRequests.edges[0].node;
	const tooEarly = { id, outcome: 'GRANTED', message: 'Done.' };
	expect((await api.ask(answer, { input: tooEarly }, { key })).data.answerRightsRequest.code).toBe('NOT_VERIFIED');
	expect((await api.ask(verify, { id }, { key })).data.verifyRightsRequest).toMatchObject({
		status: 'IN_PROGRESS',
		verifiedAt: api.now,
		availableActions: ['ASK', 'WRITE', 'CHARGE', 'EXTEND', 'ANSWER', 'REFUSE', 'CLOSE'],
	});
	expect((await api.ask(verify, { id }, { key })).data.verifyRightsRequest.code).toBe('ALREADY_VERIFIED');
	const input = { id, outcome: 'GRANTED', message: 'All of it is deleted.' };
	expect((await api.ask(answer, { input }, { key })).data.answerRightsRequest).toEqual({
		__typename: 'RightsRequest',
		status: 'ANSWERED',
		endedAt: api.now,
	});
	const [told] = await api.deliver();
	expect(told?.kind).toBe('request-answered');
	expect(told?.text).toContain('All of it is deleted.');
	const { data: after } = await api.ask(status, { code: receipt.code });
	expect(after.requestStatus.requests[0]).toMatchObject({
		status: 'ANSWERED',
		endedAt: api.now,
		availableActions: ['REPLY'],
	});
	expect((await api.ask(answer, { input }, { key })).data.answerRightsRequest.code).toBe('ALREADY_ENDED');
});

it('acts on an opt-out and a limit at once, without address, confirmation or verification', async () => {
	await using api = await openTestApi();
	const receipt = await send(api, ['OPT_OUT', 'LIMIT'], {});
	expect(receipt).toMatchObject({ __typename: 'RightsReceipt', needsConfirmation: false });
	expect(receipt.requests.map((it: { status: string }) => it.status)).toEqual(['IN_PROGRESS', 'IN_PROGRESS']);
	expect(await api.deliver()).toEqual([]);
	const key = await desk(api);
	const { data } = await api.ask(list, {}, { key });
	const { id } = data.rightsRequests.edges[0].node;
	expect((await api.ask(verify, { id }, { key })).data.verifyRightsRequest.code).toBe('NEVER_VERIFIED');
	const { data: withdrawn } = await api.ask(withdraw, { code: receipt.code, right: 'LIMIT' });
	const statuses = withdrawn.withdrawRightsRequest.requests.map((it: { right: string; status: string }) => [
		it.right,
		it.status,
	]);
	expect(new Map(statuses)).toEqual(
		new Map([
			['LIMIT', 'WITHDRAWN'],
			['OPT_OUT', 'IN_PROGRESS'],
		]),
	);
	const again = await api.ask(withdraw, { code: receipt.code, right: 'DELETE' });
	expect(again.data.withdrawRightsRequest).toMatchObject({ code: 'UNKNOWN_REQUEST', path: ['right'] });
});

it('takes several rights at once under one code, and takes them back together', async () => {
	await using api = await openTestApi();
	const correction = { what: 'My street', shouldBe: 'Elm Road 5' };
	const receipt = await send(api, ['KNOW_CATEGORIES', 'CORRECT', 'OPT_OUT'], { ...ana, correction });
	expect(receipt.requests).toHaveLength(3);
	await api.ask(confirm, { token: await tokenFrom(api) });
	const { data } = await api.ask(withdraw, { code: receipt.code });
	expect(data.withdrawRightsRequest.requests.every((it: { status: string }) => it.status === 'WITHDRAWN')).toBe(true);
	expect((await api.deliver()).map(({ kind }) => kind)).toEqual(['request-confirmed', 'request-withdrawn']);
	expect((await api.ask(withdraw, { code: receipt.code })).data.withdrawRightsRequest.code).toBe('ALREADY_ENDED');
});

it('sends each population to the notice that governs it, or to who must answer', async () => {
	await using api = await openTestApi();
	const employee = await send(api, ['DELETE'], { ...ana, population: 'EMPLOYEE' });
	expect(employee.version.notice.slug).toBe('california-workforce');
	const customer = await send(api, ['DELETE'], { ...ana, population: 'CUSTOMER' });
	expect(customer).toMatchObject({ __typename: 'Referral', population: 'CUSTOMER' });
	expect(customer.referTo).not.toBe('');
	const { data } = await api.ask(list, {}, { key: await desk(api) });
	expect(data.rightsRequests.edges).toHaveLength(1);
});

it('ends a request that was never confirmed on its due date, and says why', async () => {
	await using api = await openTestApi();
	const receipt = await send(api, ['DELETE', 'KNOW_CATEGORIES']);
	const token = await tokenFrom(api);
	const due = startOfDay(receipt.requests[0].dueOn, california.zone);
	api.setNow(addSeconds(due, -1));
	expect(await api.runClock()).toBe(0);
	api.setNow(due);
	expect((await api.ask(confirm, { token })).data.confirmRightsRequest.code).toBe('LINK_EXPIRED');
	expect(await api.runClock()).toBe(2);
	const { data } = await api.ask(status, { code: receipt.code });
	expect(data.requestStatus.requests[0]).toMatchObject({ status: 'LAPSED', reason: 'NOT_CONFIRMED', endedAt: api.now });
	expect((await api.deliver()).map(({ kind }) => kind)).toEqual(['request-lapsed']);
});

it('refuses a third access request in twelve months by letter to the confirmed address, with the next date', async () => {
	await using api = await openTestApi();
	const key = await desk(api);
	const firstOn = dateIn(api.now, california.zone);
	await answeredAccess(api, key);
	api.addSeconds(40 * day);
	await answeredAccess(api, key);
	await api.deliver();
	api.addSeconds(40 * day);
	const third = await send(api, ['KNOW_SPECIFIC', 'DELETE']);
	expect(third.__typename).toBe('RightsReceipt');
	const { data } = await api.ask(confirm, { token: await tokenFrom(api) });
	const of = (right: string) => data.confirmRightsRequest.requests.find((it: { right: string }) => it.right === right);
	expect(of('DELETE').status).toBe('IN_PROGRESS');
	expect(of('KNOW_SPECIFIC')).toMatchObject({ status: 'REFUSED', reason: 'ACCESS_LIMIT' });
	expect(of('KNOW_SPECIFIC').nextOn > addDays(firstOn, 364)).toBe(true);
	const letters = await api.deliver();
	expect(letters.map(({ kind }) => kind)).toEqual(['request-confirmed', 'request-limit']);
	api.setNow(startOfDay(of('KNOW_SPECIFIC').nextOn, california.zone));
	await answeredAccess(api, key);
});

it('does not let a stranger use up a person’s access requests', async () => {
	await using api = await openTestApi();
	for (let count = 0; count < 4; count += 1) await send(api, ['KNOW_SPECIFIC']);
	await api.deliver();
	await answeredAccess(api, await desk(api));
});

it('refuses what it does not know or the notice does not offer', async () => {
	await using api = await openTestApi();
	const unknown = '0000-0000-0000-0000';
	expect((await api.ask(status, { code: unknown })).data.requestStatus).toBeNull();
	expect((await api.ask(withdraw, { code: unknown })).data.withdrawRightsRequest.code).toBe('UNKNOWN_CODE');
	expect((await api.ask(confirm, { token: 'y'.repeat(43) })).data.confirmRightsRequest.code).toBe('UNKNOWN_TOKEN');
	const key = await desk(api);
	expect((await api.ask(verify, { id: 'nonsense' }, { key })).data.verifyRightsRequest.code).toBe('UNKNOWN_REQUEST');
	const id = Buffer.from('RightsRequest:nothing').toString('base64');
	expect((await api.ask(verify, { id }, { key })).data.verifyRightsRequest.code).toBe('UNKNOWN_REQUEST');

	const { library } = api;
	const without = structuredClone(library);
	for (const version of without.notices.flatMap(({ versions }) => versions)) {
		const { commitments } = version.revision;
		if (commitments) commitments.rights = commitments.rights.filter((right) => right !== 'LIMIT');
		version.revision.scope = undefined;
	}
	api.replaceLibrary(without);
	expect((await send(api, ['LIMIT'], {})).code).toBe('UNKNOWN_POPULATION');
	for (const [at, version] of without.notices.flatMap(({ versions }) => versions).entries()) {
		version.revision.scope = library.notices.flatMap(({ versions }) => versions)[at]?.revision.scope;
	}
	expect(await send(api, ['LIMIT'], {})).toMatchObject({ code: 'RIGHT_NOT_OFFERED', path: ['rights'] });
	const more = { email: 'nobody', correction: { what: '', shouldBe: 'Ana' } };
	const { code, issues } = await send(api, ['LIMIT', 'CORRECT'], more);
	const paths = issues.map(({ path }: { path: string[] }) => path.join('.'));
	expect([code, paths]).toEqual(['INVALID_INPUT', ['email', 'correction.what', 'rights']]);
	api.setNow(
		addSeconds(
			library.notices
				.flatMap(({ versions }) => versions)
				.map((it) => it.announcedAt)
				.sort()[0] ?? api.now,
			-1,
		),
	);
	expect((await send(api, ['LIMIT'], {})).code).toBe('UNKNOWN_POPULATION');
});

it('says everything that is wrong with an input at once, each at its field', async () => {
	await using api = await openTestApi();
	const refused = await send(api, ['CORRECT'], {
		population: 'WEBSITE',
		email: 'not an address',
		name: 'x'.repeat(201),
	});
	expect(refused).toMatchObject({ __typename: 'InvalidInput', code: 'INVALID_INPUT' });
	expect(refused.issues.map((issue: { path: string[] }) => issue.path.join('.')).sort()).toEqual([
		'correction',
		'email',
		'name',
	]);
	expect((await send(api, [], {})).issues).toEqual([{ path: ['rights'], message: expect.any(String) }]);
	expect((await send(api, ['DELETE'], {})).issues[0].path).toEqual(['email']);
	const key = await desk(api);
	const input = { id: 'RightsRequest', outcome: 'DENIED', message: '   ' };
	const { data } = await api.ask(answer, { input }, { key });
	expect(data.answerRightsRequest).toMatchObject({ __typename: 'InvalidInput', issues: [{ path: ['message'] }] });
});
