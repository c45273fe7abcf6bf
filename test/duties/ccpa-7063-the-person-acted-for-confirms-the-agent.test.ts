// Keeps: commitments.agents
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dateIn } from '../../schema/time.ts';
import { openDesk, proven, type TestDesk } from '../support/desk.ts';
import { ask } from '../support/graphql.ts';

const answer = `mutation ($input: AgentAnswerInput!) { answerAboutAgent(input: $input) {
	__typename ... on AgentAnswered { authorised } ... on Refusal { code } } }`;
const grant = { outcome: 'GRANTED', message: 'It is done.' };
const agent = {
	rights: ['DELETE'],
	requester: 'AGENT',
	email: 'agent@example.com',
	name: 'Bo Reyes',
	onBehalfOf: 'Ana Ruiz',
	onBehalfOfEmail: 'ana@example.com',
};

// 11 CCR § 7063(a): the consumer may confirm directly with the business that they gave the agent permission.
describe('the person for whom an agent asks', () => {
	let desk: TestDesk;
	beforeAll(async () => {
		desk = await openDesk();
	});
	afterAll(() => desk[Symbol.asyncDispose]());

	const tokens = () =>
		desk.peer.received
			.filter(({ to }) => to.includes('ana@example.com'))
			.flatMap(({ mail }) => /requests\/agent\/([\w-]{43})\//.exec(mail.text ?? '')?.[1] ?? []);
	const nextToken = async (known: number) => {
		for (let tries = 0; tries < 300 && tokens().length <= known; tries += 1)
			await new Promise((done) => setTimeout(done, 50));
		return tokens()[known] ?? '';
	};
	const says = async (token: string, authorised: boolean) => {
		const { body } = await ask(desk.server.url, answer, { input: { token, authorised } });
		return body.data?.answerAboutAgent;
	};
	/** A request that is the newest: a minute later than those before. */
	const enter = async (own: object = {}) => {
		desk.server.addSeconds(60);
		await desk.record({
			...agent,
			manner: 'EMAIL',
			receivedOn: dateIn(desk.server.now(), 'America/Los_Angeles'),
			...own,
		});
	};
	/** A new request of the agent, of which the person is asked; the token of their letter. */
	const asked = async (own: Record<string, unknown> = {}) => {
		const known = tokens().length;
		await enter();
		await desk.act('DELETE', 'askConsumer', own);
		return nextToken(known);
	};

	it('is asked by a letter to their own address that names the agent, and a yes counts beside the permission', async () => {
		const token = await asked();
		const letter = await desk.letter('Did you let somebody ask us');
		expect(letter).toContain('- Bo Reyes');
		expect(letter).not.toMatch(/receipt code|Your receipt/i);
		expect((await desk.request('DELETE')).missingProofs).toEqual(['SIGNED_PERMISSION', 'IDENTITY']);
		expect(await says(token, true)).toEqual({ __typename: 'AgentAnswered', authorised: true });
		expect((await desk.request('DELETE')).missingProofs).toEqual(['SIGNED_PERMISSION']);
		expect(await says(token, false)).toMatchObject({ code: 'UNKNOWN_TOKEN' });
		expect(await desk.act('DELETE', 'askConsumer')).toMatchObject({ code: 'ALREADY_SHOWN' });
		await desk.act('DELETE', 'authoriseRightsRequest', { proof: 'SIGNED_PERMISSION' });
		expect(await desk.act('DELETE', 'answerRightsRequest', grant)).toEqual({ status: 'ANSWERED' });
	});

	it('who says no has the request refused with the section, and the agent is told', async () => {
		const token = await asked();
		expect(await says(token, false)).toEqual({ __typename: 'AgentAnswered', authorised: false });
		expect(await desk.request('DELETE')).toMatchObject({ status: 'REFUSED', ground: 'AUTHORITY_NOT_SHOWN' });
		expect(await desk.letter('could not do what you asked')).toContain('(11 CCR § 7063(a))');
		expect(await says(token, true)).toMatchObject({ code: 'UNKNOWN_TOKEN' });
	});

	it('is asked in their own language; a second letter ends the link of the first', async () => {
		const first = await asked({ locale: 'es' });
		expect(await desk.letter('¿Permitió a alguien')).toContain('/es/requests/agent/');
		await desk.act('DELETE', 'askConsumer');
		const second = await nextToken(tokens().length);
		expect(await says(first, false)).toMatchObject({ code: 'UNKNOWN_TOKEN' });
		expect(await says(second, true)).toMatchObject({ authorised: true });
	});

	it('can answer for 14 days, and changes nothing by opening the link', async () => {
		const token = await asked();
		const page = await fetch(`${desk.server.url}/requests/agent/${token}/`);
		expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('Yes, I permitted it')]);
		expect((await desk.request('DELETE')).availableActions).toContain('ASK_CONSUMER');
		desk.server.addSeconds(14 * 86_400 + 1);
		expect(await says(token, false)).toMatchObject({ code: 'LINK_EXPIRED' });
	});

	it('is not asked where the agent would be, nor once who they are is shown', async () => {
		await enter({ onBehalfOfEmail: null });
		expect(await desk.act('DELETE', 'askConsumer')).toMatchObject({ code: 'CONSUMER_NOT_REACHABLE', path: ['email'] });
		expect(await desk.act('DELETE', 'askConsumer', { email: 'Agent@example.com' })).toMatchObject({
			code: 'CONSUMER_NOT_REACHABLE',
		});
		await desk.act('DELETE', 'verifyRightsRequest', proven);
		expect(await desk.act('DELETE', 'askConsumer', { email: 'ana@example.com' })).toMatchObject({
			code: 'ALREADY_VERIFIED',
		});
	});

	// 11 CCR §§ 7026(j), 7027: a signed permission at the most.
	it.each(['OPT_OUT', 'LIMIT'])('is never asked for %s', async (right) => {
		await enter({ rights: [right] });
		expect(await desk.act(right, 'askConsumer')).toMatchObject({ code: 'PROOF_OF_NO_USE' });
	});
});
