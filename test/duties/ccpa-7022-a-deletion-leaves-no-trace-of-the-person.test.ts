// Keeps: commitments.deletionGrounds
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { stringify } from 'yaml';
import { ownConnector } from '../../api/service/own-connector.ts';
import { runSystemTask } from '../../api/service/task-run.ts';
import { backUp, restore } from '../../api/store/backup.ts';
import { instant } from '../../schema/time.ts';
import { contentCopy } from '../support/content.ts';
import { openDesk, proven, type TestDesk } from '../support/desk.ts';
import { ask } from '../support/graphql.ts';
import { projectContent } from '../support/places.ts';

const owner = 'Ada Lindqvist';
const reach = { by: 'hand', how: 'write to their privacy desk' };
const categories = ['identifiers', 'commercial', 'internetActivity', 'geolocation', 'inferences'];
const systems = [
	{ id: 'own', name: 'Own records', owner, reach: { by: 'noticekeeper' } },
	{ id: 'paper', name: 'Paper files', owner, categories, reach },
	{ id: 'mailer', name: 'Letter Works', owner, holder: 'serviceProvider', reach },
	{ id: 'adverts', name: 'Wide Reach', owner, holder: 'thirdParty', toldOf: ['OPT_OUT'], reach },
];

const email = 'zenobia.quillfeather@canary.example';
const person = { email, name: 'Zenobia Quillfeather', details: 'I lived at 12 Peregrine Hollow.' };
const canary = /quillfeather|zenobia|canary\.example|peregrine/i;

const subscribe = `mutation { subscribe(input: { email: "${email}", notices: ["california"] }) { __typename } }`;
const complete = `mutation ($id: ID!, $note: SystemTaskNote!, $toldOn: Date) {
	completeSystemTask(input: { id: $id, note: $note, toldOn: $toldOn }) { __typename } }`;
const partly = {
	outcome: 'PARTLY',
	message: 'The order of May stays until it is paid.',
	denials: [
		{ category: 'COMMERCIAL', ground: 'TRANSACTION' },
		{ category: 'IDENTIFIERS', ground: 'LEGAL_OBLIGATION' },
	],
};

const newFolder = () => {
	const made = mkdtempSync(join(tmpdir(), 'noticekeeper-trace-'));
	onTestFinished(() => rmSync(made, { recursive: true, force: true }));
	return made;
};

const bytesIn = (...folders: string[]): Buffer[] =>
	folders.flatMap((folder) =>
		readdirSync(folder, { recursive: true, encoding: 'utf8' })
			.map((name) => join(folder, name))
			.filter((path) => statSync(path).isFile())
			.map((path) => readFileSync(path)),
	);

/** How many of some traces stand in any file of some folders. */
const found = (traces: readonly (Buffer | string)[], ...folders: string[]): number => {
	const files = bytesIn(...folders);
	return traces.filter((trace) => files.some((file) => file.includes(trace))).length;
};

/** Sealed data, wrapped keys and indexes of everything that the store holds of people. */
const sealedTraces = async ({ server }: TestDesk) => {
	const rows = await server.store.read((tx) => tx.selectFrom('personal').selectAll().execute());
	return rows
		.flatMap(({ sealed, keyWrapped, emailIndex }) => [sealed, keyWrapped, emailIndex])
		.filter((it) => it !== null);
};

/** The own store's task, as the operator's command does it. */
const runOwnTask = async ({ server }: TestDesk) => {
	const environment = { store: server.store, now: server.now() };
	const tasks = await server.store.read((tx) => tx.selectFrom('systemTask').selectAll().execute());
	const task = tasks.find(({ system, kind }) => system === 'own' && kind === 'ERASE');
	if (!task) throw new Error('the own store has no task');
	const system = ownConnector('own', environment);
	return runSystemTask(environment, { task, system, person: { email }, correction: null, keep: true });
};

const eventOf = ({ server }: TestDesk, type: string) =>
	server.store.read((tx) => tx.selectFrom('event').select('type').where('type', '=', type).execute());

it('denied in two categories of five, told to all who hold the rest, and gone from store, log, backups and metrics', async () => {
	const contentDir = await contentCopy(projectContent);
	writeFileSync(join(contentDir, 'systems.yaml'), stringify(systems));
	const [shelf, elsewhere] = [newFolder(), newFolder()];
	await using desk = await openDesk({ CONTENT_DIR: contentDir, LOG_LEVEL: 'debug' });
	const { server } = desk;
	await desk.submit({ rights: ['DELETE'], ...person });
	await desk.confirm();
	await ask(server.url, subscribe);
	await desk.act('DELETE', 'verifyRightsRequest', proven);
	const traces = await sealedTraces(desk);
	expect(traces).toHaveLength(6);
	const file = join(server.dataDir, 'noticekeeper.db');
	const before = backUp(file, shelf, server.now());
	expect([found(traces, server.dataDir), found(traces, shelf)]).toEqual([6, 6]);

	server.addSeconds(3 * 86_400);
	expect(await runOwnTask(desk)).toMatchObject({ ok: true, value: { note: 'ERASED' } });
	for (const { id, kind, system } of (await desk.request('DELETE')).tasks) {
		if (system === 'own') continue;
		const toldOn = system === 'mailer' ? '2026-12-03' : null;
		await desk.asStaff(complete, { id, note: kind === 'TELL' ? 'TOLD' : 'ERASED', toldOn });
	}
	const { tasks } = await desk.request('DELETE');
	expect(tasks.map(({ system, kind, status, toldOn }) => [system, kind, status, toldOn])).toEqual([
		['adverts', 'TELL', 'DONE', '2026-12-04'],
		['mailer', 'TELL', 'DONE', '2026-12-03'],
		['own', 'ERASE', 'DONE', null],
		['paper', 'ERASE', 'DONE', null],
	]);
	expect(await desk.act('DELETE', 'answerRightsRequest', partly)).toEqual({ status: 'ANSWERED' });
	expect(
		(await desk.letter('granted in part')).replace(/[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/g, '<code>'),
	).toMatchInlineSnapshot(`
		"We have done a part of what you asked. You asked:

		- to have it deleted

		This we did not do; the reasons, and where the law gives them:

		- Commercial information: We need it to complete what you ordered, for a warranty or recall, or for our contract with you. (Cal. Civ. Code § 1798.105(d)(1))
		- Identifiers: The law obliges us to keep it. (Cal. Civ. Code § 1798.105(d)(8))

		Everything else that we held about you has been deleted, here and by those who work for us.

		The order of May stays until it is paid.

		What we keep we use for nothing but the reason named. We have told those who work for us to delete the rest too.

		You can still say that what we keep must not be sold or shared. Nothing needs to be proved for that:
		https://privacy.example/choices/

		We keep a record of this request and of our answer for 24 months, as the law asks, and use it for nothing else.

		If you think that this is wrong, write to the contact named in the notice.

		Your receipt code is <code>
		With it you can see how things stand, at any time:
		https://privacy.example/requests/status/

		--

		Why you get this letter: somebody, we think you, sent us this request with this e-mail address.

		It is about: California privacy notice, version 2026-09-01
		https://privacy.example/california/2026-09-01/

		Sent by Ferrymoor Software, Inc.
		https://www.ferrymoor.example
		"
	`);

	// An hour after the letter everything of the person goes; people.db of the folder has it until the next backup.
	server.addSeconds(3601);
	await expect.poll(() => eventOf(desk, 'personalNarrowed'), { timeout: 20_000 }).toHaveLength(1);
	await expect.poll(() => found(traces, server.dataDir), { timeout: 20_000 }).toBe(0);
	expect(found(traces, shelf)).toBe(6);
	backUp(file, shelf, server.now());
	expect(found(traces, shelf)).toBe(0);
	expect(restore(before.file, join(elsewhere, 'noticekeeper.db'), server.now())).toMatchObject({ erasedSince: 1 });
	expect(found(traces, elsewhere)).toBe(0);

	// What was answered is kept for 24 months, and no longer.
	const answered = await sealedTraces(desk);
	expect([answered.length, found(answered, server.dataDir)]).toEqual([2, 2]);
	server.setNow(instant('2028-12-06T20:00:00Z'));
	await expect.poll(() => eventOf(desk, 'personalErased'), { timeout: 20_000 }).toHaveLength(1);
	await expect.poll(() => found(answered, server.dataDir), { timeout: 20_000 }).toBe(0);

	const metrics = await (await fetch(`${server.url}/metrics`)).text();
	expect(metrics).toContain('noticekeeper_requests_open 0');
	const told = [metrics, ...server.logged, ...server.lines, ...bytesIn(server.dataDir, shelf, elsewhere).map(String)];
	expect(told.filter((it) => canary.test(it))).toEqual([]);
});
