// Keeps: commitments.rights
import { expect, it } from 'vitest';
import { openTestApi } from '../graphql/api.ts';
import { askFor, handSystems, verify } from '../support/tasks.ts';

const read = '{ rightsRequests { edges { node { tasks { id system kind toldOn } } } } }';
const tell = `mutation ($id: ID!) { completeSystemTask(input: { id: $id, note: TOLD, toldOn: "2026-12-03" }) {
	__typename ... on Refusal { code } } }`;

interface Task {
	id: string;
	system: string;
	kind: string;
	toldOn: string | null;
}

// 11 CCR § 7023(c): correct it in one's own systems, and instruct all service providers and contractors to do the same.
it('is a task for each of them once the person is verified, and keeps the date on which each was told', async () => {
	await using api = await openTestApi();
	api.replaceLibrary({ ...api.library, systems: handSystems });
	const key = await api.keyFor('requests:read', 'requests:verify', 'tasks:read', 'tasks:write');
	const { requests } = await askFor(api, ['CORRECT'], key);
	await api.ask(verify, { id: requests[0]?.id }, { key });
	const tasks = async (): Promise<Task[]> => (await api.ask(read, {}, { key })).data.rightsRequests.edges[0].node.tasks;
	const made = await tasks();
	expect(made.map(({ system, kind }) => [system, kind]).sort()).toEqual([
		['mailer', 'TELL'],
		['paper', 'CORRECT'],
	]);
	api.addSeconds(2 * 86_400);
	await api.ask(tell, { id: made.find(({ system }) => system === 'mailer')?.id }, { key });
	expect((await tasks()).find(({ system }) => system === 'mailer')?.toldOn).toBe('2026-12-03');
});
