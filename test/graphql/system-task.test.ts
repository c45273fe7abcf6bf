import { expect, it } from 'vitest';
import { evolve, type TaskState } from '../../api/domain/system-task.ts';
import type { SystemTaskRow } from '../../api/store/tables.ts';
import { askFor, handSystems, verify } from '../support/tasks.ts';
import { openTestApi, type TestApi } from './api.ts';

const open = async () => {
	const api = await openTestApi();
	api.replaceLibrary({ ...api.library, systems: handSystems });
	const key = await api.keyFor('requests:read', 'requests:verify', 'requests:answer', 'tasks:read', 'tasks:write');
	return { api, key };
};

const read = `{ rightsRequests { edges { node { right tasksLeft tasks { id system kind status dueOn doneOn toldOn manner note failure
	revision notes availableActions } } } } }`;

const tasksOf = async (api: TestApi, key: string) => {
	const { data } = await api.ask(read, {}, { key });
	return data.rightsRequests.edges.map(({ node }: { node: unknown }) => node);
};

const complete = `mutation ($input: CompleteSystemTaskInput!) { completeSystemTask(input: $input) { __typename
	... on SystemTask { status doneOn toldOn manner note failure revision request { id tasksLeft } } ... on Refusal { code path } } }`;
const fail = `mutation ($input: FailSystemTaskInput!) { failSystemTask(input: $input) { __typename
	... on SystemTask { status failure availableActions } ... on Refusal { code path } } }`;

it('has each declared system do its part of a deletion, once the person is verified', async () => {
	const { api, key } = await open();
	await using _ = api;
	const { requests } = await askFor(api, ['DELETE'], key);
	expect(requests[0]?.dueOn).toBe('2026-12-31');
	const [before] = await tasksOf(api, key);
	expect(before.tasksLeft).toBe(3);
	expect(before.tasks).toEqual(
		['adverts', 'mailer', 'paper'].map((system) => ({
			id: expect.any(String),
			system,
			kind: system === 'paper' ? 'ERASE' : 'TELL',
			status: 'WAITING',
			dueOn: '2026-12-24',
			doneOn: null,
			toldOn: null,
			manner: null,
			note: null,
			failure: null,
			revision: 1,
			notes: expect.any(Array),
			availableActions: [],
		})),
	);
	const input = { id: before.tasks[1].id, note: 'TOLD' };
	expect((await api.ask(complete, { input }, { key })).data.completeSystemTask.code).toBe('NOT_VERIFIED');
	await api.ask(verify, { id: requests[0]?.id }, { key });
	const [after] = await tasksOf(api, key);
	expect(after.tasks[1]).toMatchObject({ status: 'OPEN', revision: 2, availableActions: ['COMPLETE', 'FAIL'] });
	expect((await api.ask(complete, { input }, { key })).data.completeSystemTask).toEqual({
		__typename: 'SystemTask',
		status: 'DONE',
		doneOn: '2026-12-01',
		toldOn: '2026-12-01',
		manner: 'HAND',
		note: 'TOLD',
		failure: null,
		revision: 3,
		request: { id: requests[0]?.id, tasksLeft: 2 },
	});
});

it('refuses what a task does not allow, and says which field to mend', async () => {
	const { api, key } = await open();
	await using _ = api;
	await askFor(api, ['OPT_OUT'], key);
	const [{ tasks }] = await tasksOf(api, key);
	expect(tasks).toMatchObject([{ system: 'adverts', kind: 'TELL', status: 'OPEN', dueOn: '2026-12-02', revision: 2 }]);
	const { id } = tasks[0];
	const refusedAs = async (input: object) => {
		const { data, errors } = await api.ask(complete, { input }, { key });
		expect(errors).toBeUndefined();
		return [data.completeSystemTask.code, ...data.completeSystemTask.path];
	};
	expect(await refusedAs({ id, note: 'ERASED' })).toEqual(['OTHER_NOTE', 'note']);
	expect(await refusedAs({ id, note: 'TOLD', toldOn: '2026-12-02' })).toEqual(['NOT_TOLD_THEN', 'toldOn']);
	expect(await refusedAs({ id, note: 'TOLD', expectedRevision: 1 })).toEqual(['CONFLICT', 'expectedRevision']);
	expect(await refusedAs({ id, note: 'TOLD', expectedRevision: 0 })).toEqual(['INVALID_INPUT', 'expectedRevision']);
	for (const wrong of [
		'x',
		Buffer.from('SystemTask:\0').toString('base64'),
		Buffer.from('RightsRequest:1').toString('base64'),
	])
		expect(await refusedAs({ id: wrong, note: 'TOLD' })).toEqual(['UNKNOWN_TASK', 'id']);

	const { data } = await api.ask(fail, { input: { id, reason: 'UNREACHABLE' } }, { key });
	expect(data.failSystemTask).toEqual({
		__typename: 'SystemTask',
		status: 'FAILED',
		failure: 'UNREACHABLE',
		availableActions: ['COMPLETE', 'FAIL'],
	});
	await api.ask(complete, { input: { id, note: 'TOLD', manner: 'WEBHOOK' } }, { key });
	expect(await refusedAs({ id, note: 'TOLD' })).toEqual(['ALREADY_ENDED']);
	expect((await tasksOf(api, key))[0]).toMatchObject({ tasksLeft: 0, tasks: [{ manner: 'WEBHOOK', failure: null }] });
	expect(api.logged).toEqual([]);
});

it('moves the due dates of tasks with an extension, and cancels them where a request is withdrawn or refused', async () => {
	const { api, key } = await open();
	await using _ = api;
	const { code, requests } = await askFor(api, ['CORRECT', 'KNOW_SPECIFIC'], key);
	const idOf = (right: string) => requests.find((it) => it.right === right)?.id;
	await api.ask(
		`mutation ($id: ID!) { extendRightsRequest(input: { id: $id, dueOn: "2027-01-30", reason: COMPLEXITY, message: "Two archives." }) { __typename } }`,
		{ id: idOf('CORRECT') },
		{ key },
	);
	const dates = async () =>
		Object.fromEntries(
			(await tasksOf(api, key)).map(({ right, tasks }: { right: string; tasks: SystemTaskRow[] }) => [
				right,
				tasks.map(({ system, kind, status, dueOn }) => `${system} ${kind} ${status} ${dueOn}`),
			]),
		);
	expect(await dates()).toEqual({
		CORRECT: ['mailer TELL WAITING 2027-01-23', 'paper CORRECT WAITING 2027-01-23'],
		KNOW_SPECIFIC: ['mailer FIND WAITING 2026-12-24', 'paper FIND WAITING 2026-12-24'],
	});
	await api.ask(
		'mutation ($code: String!) { withdrawRightsRequest(input: { code: $code, right: CORRECT }) { __typename } }',
		{ code },
	);
	await api.ask(
		'mutation ($id: ID!) { answerRightsRequest(input: { id: $id, outcome: DENIED, ground: EXEMPT, message: "The law exempts it." }) { __typename } }',
		{ id: idOf('KNOW_SPECIFIC') },
		{ key },
	);
	expect(await dates()).toEqual({
		CORRECT: ['mailer TELL CANCELLED 2027-01-23', 'paper CORRECT CANCELLED 2027-01-23'],
		KNOW_SPECIFIC: ['mailer FIND CANCELLED 2026-12-24', 'paper FIND CANCELLED 2026-12-24'],
	});
	expect((await tasksOf(api, key)).map(({ tasksLeft }: { tasksLeft: number }) => tasksLeft)).toEqual([0, 0]);
});

it('takes up again what it had cancelled, where a refused request is taken up again', async () => {
	const { api, key } = await open();
	await using _ = api;
	const { requests } = await askFor(api, ['DELETE'], key);
	const { id } = requests[0] ?? {};
	await api.ask(verify, { id }, { key });
	const [before] = await tasksOf(api, key);
	await api.ask(complete, { input: { id: before.tasks[1].id, note: 'TOLD' } }, { key });
	await api.ask(
		'mutation ($id: ID!) { answerRightsRequest(input: { id: $id, outcome: DENIED, ground: EXEMPT, message: "The law exempts it." }) { __typename } }',
		{ id },
		{ key },
	);
	const statuses = async () =>
		(await tasksOf(api, key))[0].tasks.map(({ system, status }: SystemTaskRow) => `${system} ${status}`);
	expect(await statuses()).toEqual(['adverts CANCELLED', 'mailer DONE', 'paper CANCELLED']);
	const { data } = await api.ask(
		'mutation ($id: ID!) { reopenRightsRequest(input: { id: $id, reason: OUR_MISTAKE, message: "We erred." }) { __typename } }',
		{ id },
		{ key },
	);
	expect(data.reopenRightsRequest.__typename).toBe('RightsRequest');
	expect(await statuses()).toEqual(['adverts OPEN', 'mailer DONE', 'paper OPEN']);
});

it('lists tasks by due date, of one status or one system, page by page', async () => {
	const { api, key } = await open();
	await using _ = api;
	await askFor(api, ['DELETE', 'OPT_OUT'], key);
	const list = `query ($first: Int, $after: String, $status: SystemTaskStatus, $system: String) {
		systemTasks(first: $first, after: $after, status: $status, system: $system) {
			edges { cursor node { id system kind status dueOn } } pageInfo { hasNextPage endCursor } } }`;
	const seen: string[] = [];
	for (let after: string | null = null, more = true; more; ) {
		const { data } = await api.ask(list, { first: 3, after }, { key });
		seen.push(...data.systemTasks.edges.map(({ node }: { node: SystemTaskRow }) => `${node.dueOn} ${node.system}`));
		({ endCursor: after, hasNextPage: more } = data.systemTasks.pageInfo);
	}
	expect(seen).toHaveLength(4);
	expect(seen[0]).toBe('2026-12-02 adverts');
	expect(new Set(seen)).toEqual(
		new Set(['2026-12-02 adverts', '2026-12-24 adverts', '2026-12-24 mailer', '2026-12-24 paper']),
	);
	const { data } = await api.ask(list, { status: 'OPEN', system: 'adverts' }, { key });
	expect(data.systemTasks.edges).toMatchObject([{ node: { kind: 'TELL', status: 'OPEN' } }]);
	expect((await api.ask(list, { system: 'nothing' }, { key })).data.systemTasks.edges).toEqual([]);
	for (const after of ['x', '\0', Buffer.from('2026-12-02 x').toString('base64url')])
		expect((await api.ask(list, { after }, { key })).errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
});

it('is told by no key without its scope, neither the tasks nor whether there are any', async () => {
	const { api, key } = await open();
	await using _ = api;
	await askFor(api, ['OPT_OUT'], key);
	const { id } = (await tasksOf(api, key))[0].tasks[0];
	const other = await api.keyFor('requests:read', 'tasks:read');
	const query = 'query ($id: ID!) { node(id: $id) { __typename id } }';
	expect((await api.ask(query, { id })).data.node).toBeNull();
	expect((await api.ask(query, { id }, { key: other })).data.node).toEqual({ __typename: 'SystemTask', id });
	const tried = await api.ask(complete, { input: { id, note: 'TOLD' } }, { key: other });
	expect(tried.errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
	const without = await api.keyFor('requests:read');
	expect((await api.ask(read, {}, { key: without })).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
});

it('has rows that its events give again, and nothing of the person in either', async () => {
	const { api, key } = await open();
	await using _ = api;
	const { requests } = await askFor(api, ['DELETE'], key);
	await api.ask(verify, { id: requests[0]?.id }, { key });
	const [{ tasks }] = await tasksOf(api, key);
	await api.ask(complete, { input: { id: tasks[2].id, note: 'KEPT' } }, { key });
	const { rows, events } = await api.store.read(async (tx) => ({
		rows: await tx.selectFrom('systemTask').selectAll().execute(),
		events: await tx.selectFrom('event').selectAll().where('streamKind', '=', 'task').orderBy('seq').execute(),
	}));
	for (const { id, streamVersion, ...row } of rows) {
		const own = events.filter(({ streamId }) => streamId === id);
		const state = own.reduce<TaskState | null>(
			(before, { type, at, data }) => evolve(before, { ...JSON.parse(data), type, at }),
			null,
		);
		expect([state, own.length]).toEqual([row, streamVersion]);
	}
	expect(JSON.stringify([rows, events])).not.toMatch(/ana|example\.com|Quay/);
});

it('says what is left to do in each declared system', async () => {
	const { api, key } = await open();
	await using _ = api;
	await askFor(api, ['DELETE'], key);
	const { data } = await api.ask('{ systems { id name holder by left nextDueOn } }', {}, { key });
	const work = { by: 'HAND', left: 1, nextDueOn: '2026-12-24' };
	expect(data.systems).toEqual([
		{ id: 'paper', name: 'Paper files', holder: 'BUSINESS', ...work },
		{ id: 'mailer', name: 'Letter Works', holder: 'SERVICE_PROVIDER', ...work },
		{ id: 'adverts', name: 'Wide Reach', holder: 'THIRD_PARTY', ...work },
	]);
	api.replaceLibrary({ ...api.library, systems: handSystems.slice(0, 1) });
	expect((await api.ask('{ systems { id } }', {}, { key })).data.systems).toEqual([{ id: 'paper' }]);
});
