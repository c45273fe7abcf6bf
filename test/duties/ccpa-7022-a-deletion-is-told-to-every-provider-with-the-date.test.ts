// Keeps: commitments.deletionByServiceProviders
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { stringify } from 'yaml';
import { newKey } from '../../api/service/keys.ts';
import { contentCopy } from '../support/content.ts';
import { ask } from '../support/graphql.ts';
import { projectContent } from '../support/places.ts';
import { startServer } from '../support/server.ts';
import { startSmtp } from '../support/smtp.ts';

const reach = { by: 'hand', how: 'write to their privacy desk' };
const owner = 'Ada Lindqvist';
const systems = [
	{ id: 'paper', name: 'Paper files', owner, reach },
	{ id: 'mailer', name: 'Letter Works', owner, holder: 'serviceProvider', reach },
	{ id: 'survey', name: 'Asking Around', owner, holder: 'contractor', reach },
	{ id: 'adverts', name: 'Wide Reach', owner, holder: 'thirdParty', reach },
];

const submit = `mutation { submitRightsRequest(input: { population: WEBSITE, rights: [DELETE], email: "ana@example.com" }) { __typename } }`;
const confirm = 'mutation ($token: String!) { confirmRightsRequest(input: { token: $token }) { __typename } }';
const verify =
	'mutation ($id: ID!) { verifyRightsRequest(input: { id: $id, points: [EMAIL, NAME, CUSTOMER_NUMBER], declaration: true }) { __typename } }';
const read =
	'{ rightsRequests { edges { node { id dueOn tasksLeft tasks { id system kind status dueOn toldOn note } } } } }';
const tell = `mutation ($id: ID!, $note: SystemTaskNote!, $toldOn: Date) {
	completeSystemTask(input: { id: $id, note: $note, toldOn: $toldOn }) { __typename ... on Refusal { code } } }`;

interface Task {
	id: string;
	system: string;
	kind: string;
	status: string;
	toldOn: string | null;
}
interface Deletion {
	id: string;
	dueOn: string;
	tasksLeft: number;
	tasks: Task[];
}

// 11 CCR § 7022(b)(2) and (3): notify service providers, contractors, and all third parties to whom it was sold or shared.
it('is a task for each of them once the person is verified, and keeps the date on which each was told', async () => {
	const contentDir = await contentCopy(projectContent);
	writeFileSync(join(contentDir, 'systems.yaml'), stringify(systems));
	const peer = await startSmtp();
	await using server = await startServer({ SMTP_URL: peer.url, CONTENT_DIR: contentDir });
	const scopes = ['requests:read', 'requests:verify', 'tasks:read', 'tasks:write'] as const;
	const { key } = await newKey({ store: server.store, now: server.now() }, { name: 'desk', scopes, days: 90 });
	const asStaff = async (query: string, variables = {}) =>
		(await ask(server.url, query, variables, { authorization: `Bearer ${key}` })).body.data ?? {};
	const deletion = async (): Promise<Deletion> => {
		const { edges } = (await asStaff(read)).rightsRequests as { edges: { node: Deletion }[] };
		if (!edges[0]) throw new Error('there is no request');
		return edges[0].node;
	};
	const complete = async (system: string, note: string, toldOn?: string) => {
		const { id } = (await deletion()).tasks.find((it) => it.system === system) ?? {};
		return (await asStaff(tell, { id, note, toldOn })).completeSystemTask;
	};

	await ask(server.url, submit);
	await expect.poll(() => peer.received.length, { timeout: 15_000 }).toBe(1);
	const token = /requests\/confirm\/([\w-]{43})\//.exec(peer.received[0]?.mail.text ?? '')?.[1];
	expect((await deletion()).tasks).toEqual([]);
	await ask(server.url, confirm, { token });
	const confirmed = await deletion();
	expect(confirmed.tasks.map(({ system, kind, status }) => [system, kind, status])).toEqual([
		['adverts', 'TELL', 'WAITING'],
		['mailer', 'TELL', 'WAITING'],
		['paper', 'ERASE', 'WAITING'],
		['survey', 'TELL', 'WAITING'],
	]);
	expect(await complete('mailer', 'TOLD')).toMatchObject({ code: 'NOT_VERIFIED' });

	await asStaff(verify, { id: confirmed.id });
	server.addSeconds(10 * 86_400);
	await complete('mailer', 'TOLD', '2026-12-04');
	await complete('survey', 'TOLD');
	await complete('adverts', 'DISPROPORTIONATE');
	const told = await deletion();
	expect(told.tasksLeft).toBe(1);
	expect(told.tasks.map(({ system, status, toldOn }) => [system, status, toldOn])).toEqual([
		['adverts', 'DONE', null],
		['mailer', 'DONE', '2026-12-04'],
		['paper', 'OPEN', null],
		['survey', 'DONE', '2026-12-11'],
	]);
	await complete('paper', 'ERASED');
	expect((await deletion()).tasksLeft).toBe(0);
	await peer.close();
});
