import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { newKey } from '../../api/service/keys.ts';
import { newWebhook } from '../../api/service/webhooks.ts';
import { backUp } from '../../api/store/backup.ts';
import { lettersForPost, settlePosted } from '../../api/store/post.ts';
import { instant } from '../../schema/time.ts';
import { webhookEventTypes } from '../../schema/webhook.ts';
import { openDesk, proven, type TestDesk } from '../support/desk.ts';
import { ask } from '../support/graphql.ts';
import { projectContent } from '../support/places.ts';
import { runProgram } from '../support/process.ts';

/** Stands in everything that anybody types here; each place has a name of its own. */
const canary = (place: string) => `Zaunkoenig ${place}`;
const email = (name: string) => `zaunkoenig.${name}@stranger.example`;

/** The canary as it is, and as hexadecimal and base64 would have it at each of three places. */
const needles = ['zaunkoenig', 'Zaunkoenig'].flatMap((word) => [
	word,
	Buffer.from(word).toString('hex'),
	...['', '-', '--'].map((before) =>
		Buffer.from(before + word)
			.toString('base64')
			.slice(4, -4),
	),
]);
const has = (text: string) => needles.some((needle) => text.includes(needle));

const filesUnder = (folder: string): string[] =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((it) => it.isFile())
		.map((it) => join(it.parentPath, it.name));

/** A receiver whose answers carry the canary, too. */
const startEcho = async () => {
	const got: string[] = [];
	const server = createServer((request, response) => {
		request.setEncoding('utf8').on('data', (text) => got.push(text));
		request.on('end', () => response.writeHead(500, { 'x-said': canary('header') }).end(canary('webhook')));
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	onTestFinished(() => void server.close());
	return { got, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
};

const answers: string[] = [];

const sayAll = async (desk: TestDesk) => {
	const { server, act } = desk;
	const said = async (query: string, variables: object, headers: Record<string, string> = {}) => {
		const { body } = await ask(server.url, query, { ...variables }, headers);
		answers.push(JSON.stringify(body));
		return body.data as Record<string, { code?: string }>; // Asked for below.
	};
	const fields = {
		population: 'WEBSITE',
		rights: 'DELETE',
		page: 'DELETE',
		email: email('form'),
		name: canary('name'),
	};
	const words = { details: canary('details'), onBehalfOf: canary('behalf') };
	for (const wrong of [{ email: `${canary('at')} nowhere` }, {}])
		await fetch(`${server.url}/forms/request/`, {
			method: 'POST',
			redirect: 'manual',
			body: new URLSearchParams({ ...fields, ...words, ...wrong }),
		}).then((it) => it.text());
	await desk.confirm();

	const correction = { what: canary('what'), shouldBe: canary('should') };
	answers.push(
		JSON.stringify(await desk.submit({ rights: ['CORRECT'], correction, email: email('correct'), ...words })),
	);
	const token = /requests\/confirm\/([\w-]{43})\//;
	await expect
		.poll(() => desk.peer.received.some(({ to }) => to[0] === email('correct')), { timeout: 15_000 })
		.toBe(true);
	const toAna = desk.peer.received.find(({ to }) => to[0] === email('correct'));
	await said('mutation ($token: String!) { confirmRightsRequest(input: { token: $token }) { __typename } }', {
		token: token.exec(toAna?.mail.text ?? '')?.[1],
	});
	const byPost = { rights: ['KNOW_CATEGORIES'], manner: 'POST', receivedOn: '2026-12-01' };
	await desk.record({
		...byPost,
		post: `${canary('post')}\n1 Quay Street`,
		name: canary('posted'),
		details: canary('said'),
	});

	const message = canary('staff');
	await act('CORRECT', 'askAboutRightsRequest', { question: 'DETAILS', message });
	await act('CORRECT', 'writeAboutRightsRequest', { message });
	const reply = new FormData();
	reply.append('message', canary('reply'));
	reply.append('files', new Blob([`%PDF-1.7 ${canary('file')}`]), `${canary('file name')}.pdf`);
	const link = /requests\/messages\/([\w-]{43})\//.exec(await desk.letter('A question about your request'))?.[1];
	const replied = await fetch(`${server.url}/files/${link}`, { method: 'POST', body: reply });
	expect(replied.status).toBe(200);
	answers.push(await replied.text());
	await act('CORRECT', 'chargeForRightsRequest', { ground: 'EXCESSIVE', cents: 100, message });
	await act('CORRECT', 'extendRightsRequest', { dueOn: '2027-01-30', reason: 'COMPLEXITY', message });
	for (const right of ['DELETE', 'CORRECT', 'KNOW_CATEGORIES']) await act(right, 'verifyRightsRequest', proven);
	const denials = [{ item: 1, ground: 'ACCURATE' }];
	await act('CORRECT', 'answerRightsRequest', { outcome: 'DENIED', denials, message });
	await act('CORRECT', 'contestAccuracy', { items: [1], statement: canary('statement') });
	await act('DELETE', 'answerRightsRequest', { outcome: 'GRANTED', message });
	await act('KNOW_CATEGORIES', 'answerRightsRequest', { outcome: 'GRANTED', message });

	const objection = { notice: 'california', version: '2027-03-01', email: email('object'), reason: canary('reason') };
	const { submitObjection } = await said(
		'mutation ($input: SubmitObjectionInput!) { submitObjection(input: $input) { ... on ObjectionReceipt { code } } }',
		{ input: { ...objection, name: canary('objector') } },
	);
	await said('mutation ($code: String!) { withdrawObjection(input: { code: $code }) { __typename } }', {
		code: submitObjection?.code,
	});
	await said(
		'mutation ($input: SubscribeInput!) { subscribe(input: $input, idempotencyKey: "a key") { __typename } }',
		{
			input: { notices: ['california'], email: email('subscribe') },
		},
	);
	// What is wrong is said without what it was, and what is not asked properly is not said again either.
	await said(`{ requestStatus(code: "${canary('code')}") { receivedAt } }`, {});
	await said('mutation ($input: SubscribeInput!) { subscribe(input: $input) { __typename } }', {
		input: { notices: [canary('notice')], email: canary('wrong') },
	});
};

const importOne = async (dataDir: string, folder: string) => {
	const csv = join(folder, 'requests.csv');
	const head = 'reference,receivedOn,population,rights,email,name,details,requester';
	writeFileSync(csv, `${head}\r\nT-1,2026-11-20,website,DELETE,${email('import')},${canary('row')},${canary('cell')},`);
	const args = ['api/cli/admin.ts', 'import', 'requests', '--csv', csv, '--keep'];
	const { code, output } = await runProgram(args, { DATA_DIR: dataDir, CONTENT_DIR: projectContent });
	expect([code, output]).toEqual([0, expect.stringContaining('1 new')]);
	answers.push(output);
};

/** What is still open of all this ends: letters are posted, and what was taken over is taken up and laid aside. */
const endAll = async ({ server: { store, now }, asStaff, requests }: TestDesk) => {
	for (const { id } of await store.read((tx) => lettersForPost(tx, now())))
		await store.write((trx) => settlePosted(trx, id, { sentAt: now() }));
	for (const { id } of (await requests()).filter(({ status }) => status === 'IN_PROGRESS'))
		await asStaff('mutation ($id: ID!) { closeRightsRequest(input: { id: $id, reason: SPAM }) { __typename } }', {
			id,
		});
};

/** What is sealed of people, its keys and the indexes of their addresses. */
const tracesIn = async ({ server: { store } }: TestDesk): Promise<Buffer[]> => {
	const [people, uploads] = await store.read(async (tx) => [
		await tx.selectFrom('personal').selectAll().execute(),
		await tx.selectFrom('upload').select('sealed').execute(),
	]);
	expect(uploads).toHaveLength(1);
	return [
		...people.flatMap((it) => [it.sealed, it.keyWrapped, it.emailIndex && Buffer.from(it.emailIndex)]),
		...uploads.map(({ sealed }) => sealed),
	]
		.filter((it) => it !== null && it !== '')
		.map((it) => it.subarray(0, 24));
};

it('shows nothing that anybody typed while it is kept, and leaves neither it nor a key of it once its time is over', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'noticekeeper-canaries-'));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	await using desk = await openDesk({ LOG_LEVEL: 'debug', WEBHOOK_TARGETS: 'any' });
	const { server, peer } = desk;
	const echo = await startEcho();
	await newWebhook({ store: server.store, now: server.now() }, { url: echo.url, events: webhookEventTypes });
	await sayAll(desk);
	await importOne(server.dataDir, folder);
	await server.jobs.tick();
	await desk.letter('The answer to your request');
	await expect.poll(() => echo.got.length, { timeout: 15_000 }).toBeGreaterThan(0);
	const [database, shelf] = [join(server.dataDir, 'noticekeeper.db'), join(folder, 'backups')];
	backUp(database, shelf, server.now());

	const { key } = await newKey(
		{ store: server.store, now: server.now() },
		{ name: 'other', scopes: ['figures:read'], days: 1 },
	);
	const metrics = await fetch(`${server.url}/metrics`, { headers: { authorization: `Bearer ${key}` } });
	const files = () => [...filesUnder(server.dataDir), ...filesUnder(shelf)].map((file) => readFileSync(file));
	const holding = () => files().filter((file) => has(file.toString('latin1'))).length;
	expect(
		peer.received.filter(({ mail }) => has(mail.text ?? '')).length,
		'letters to the people themselves',
	).toBeGreaterThan(3);
	expect(answers.length).toBeGreaterThan(6);
	expect(answers.filter(has)).toEqual([]);
	expect(server.logged.length).toBeGreaterThan(0);
	expect([...server.logged, ...server.lines, await metrics.text(), ...echo.got].filter(has)).toEqual([]);
	expect(holding()).toBe(0);

	const traces = await tracesIn(desk);
	const found = () => {
		const now = files();
		return traces.filter((trace) => now.some((file) => file.includes(trace))).length;
	};
	expect(traces.length).toBeGreaterThan(12);
	expect(found()).toBe(traces.length);
	await endAll(desk);
	server.setNow(instant('2029-06-01T12:00:00-07:00'));
	await server.jobs.tick();
	server.addSeconds(7200);
	await server.jobs.tick();
	// What is kept of people in the backups is what was kept at the last of them.
	backUp(database, shelf, server.now());
	expect([found(), holding()]).toEqual([0, 0]);
	expect(server.logged.filter(has)).toEqual([]);
});
