// Keeps: changeTerms.advanceNotice
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';
import { expect, it, onTestFinished } from 'vitest';
import { contentCopy } from '../support/content.ts';
import { followEvents } from '../support/follow-events.ts';
import { ask } from '../support/graphql.ts';
import { root } from '../support/places.ts';
import { freePort, type RunningProgram, startProgram } from '../support/process.ts';
import { startSmtp } from '../support/smtp.ts';

const version = '2025-09-01';
/** What the author typed; it is published weeks later, so that the lead runs from there. */
const announcedAt = '2025-06-01T09:00:00-07:00';
const publishedAt = '2025-08-10T10:00:00-07:00';
/** Thirty days after the publication: the notice in force promises as many. */
const effectiveAt = '2025-09-09T10:00:00-07:00';

const revision = (before: string) =>
	before
		.replace('version: 2025-02-01', `version: ${version}`)
		.replace(/announcedAt: .*/, `announcedAt: ${announcedAt}`)
		.replace(/effectiveAt: .*/, `effectiveAt: ${version}T00:00:00-07:00`)
		.replace('predecessor: 2024-03-04', 'predecessor: 2025-02-01')
		.replace(/opensAt: .*/, `opensAt: ${announcedAt}`)
		.replace(/closesAt: .*/, 'closesAt: 2025-06-29T09:00:00-07:00')
		.replace(/summary: The library begins.*/, 'summary: The bookbinders are also told which branch you are in.')
		.replace('summary: Adds where you are.', 'summary: Says that the bookbinders are told of it.')
		.replace('retention: a day', 'retention: a day\n    disclosed: { answer: yes, to: [binders] }');

const until = async (what: string, holds: () => Promise<boolean>) => {
	for (let tries = 0; tries < 600; tries += 1) {
		if (await holds().catch(() => false)) return;
		await new Promise((done) => setTimeout(done, 200));
	}
	throw new Error(`it never came about that ${what}`);
};

/** The whole of it on the server of `npm start` in a process of its own, which is killed again and again. */
const stage = async () => {
	const folder = await contentCopy();
	const dataDir = mkdtempSync(join(tmpdir(), 'noticekeeper-change-'));
	onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
	const peer = await startSmtp();
	onTestFinished(() => peer.close());
	const clock = join(dataDir, 'clock');
	const port = await freePort();
	const url = `http://127.0.0.1:${port}`;
	const env = {
		PORT: String(port),
		HOST: '127.0.0.1',
		PUBLIC_URL: url,
		DATA_DIR: dataDir,
		CONTENT_DIR: folder,
		SMTP_URL: peer.url,
		MAIL_FROM: 'privacy@example.org',
		WEBHOOK_TARGETS: 'any',
		LOG_LEVEL: 'silent',
		TEST_CLOCK: clock,
	};
	let server: RunningProgram | null = null;
	onTestFinished(async () => void (await server?.crash()));
	const at = (instant: string) => writeFileSync(clock, instant);
	const killAndStart = async () => {
		await server?.crash();
		server = await startProgram(env, ['test/support/server-program.ts']);
	};
	const run = async (operation: string, variables: Record<string, unknown> = {}) => {
		const { body } = await ask(url, operation, variables);
		return (body.data ?? {}) as Record<string, Record<string, unknown>>;
	};
	const notice = (...args: string[]) =>
		spawnSync(process.execPath, ['api/cli/notice.ts', ...args, '--content', folder], { cwd: root, encoding: 'utf8' });
	const admin = (...args: string[]) =>
		spawnSync(process.execPath, ['api/cli/admin.ts', ...args], {
			cwd: root,
			encoding: 'utf8',
			env: { ...process.env, ...env },
		});
	const page = (path: string) => fetch(url + path).then((it) => it.text());
	return { folder, peer, url, at, killAndStart, run, notice, admin, page };
};

type Stage = Awaited<ReturnType<typeof stage>>;

const lettersOf = ({ peer }: Stage, to: string, subject: RegExp) => {
	const letters = peer.received.filter((it) => it.to.includes(to) && subject.test(it.mail.subject ?? ''));
	return new Set(letters.map(({ mail }) => mail.messageId)).size;
};

const subscribe = async (at: Stage, email: string) => {
	await at.run(
		'mutation ($email: String!) { subscribe(input: { email: $email, notices: ["lantern"] }) { __typename } }',
		{ email },
	);
	await until('a letter asks to confirm', async () => lettersOf(at, email, /confirm/i) === 1);
	const letter = at.peer.received.find((it) => it.to.includes(email))?.mail.text ?? '';
	const token = /\/subscribe\/confirm\/([\w-]{43})\//.exec(letter)?.[1];
	await at.run('mutation ($token: String!) { confirmSubscription(input: { token: $token }) { __typename } }', {
		token,
	});
};

const object = async (at: Stage, email: string) => {
	const { submitObjection } = await at.run(
		`mutation ($email: String!) { submitObjection(input: { email: $email, notice: "lantern", version: "${version}" }) {
			__typename ... on Refusal { code } } }`,
		{ email },
	);
	return submitObjection?.code ?? submitObjection?.__typename;
};

const state = async (at: Stage) => {
	const { notice } = await at.run(
		`{ notice(slug: "lantern") { current { version } announced { version effectiveAt objectionWindow { opensAt closesAt } } } }`,
	);
	return {
		...notice,
		banner: (await at.page('/')).includes('class="banner'),
		feed: [...(await at.page('/lantern/feed.atom')).matchAll(/2025-09-01#([a-z-]+)</g)].map((it) => it[1]).sort(),
	};
};

/** A program that is told by a signed webhook, and counts what it is told by the id of the message. */
const receiveWebhooks = async (at: Stage) => {
	const verified = new Map<string, [type: string, version: string]>();
	let signer: Webhook | null = null;
	const server = createServer(async (request, response) => {
		const body = await text(request);
		const headers = request.headers as Record<string, string>; // None of the three is ever sent twice.
		const { 'webhook-id': id = '', 'webhook-timestamp': sentAt, 'webhook-signature': signature } = headers;
		// The verifier reads the machine's clock, which is not the test's: so what it signs is compared.
		const isOurs = signer?.sign(id, new Date(Number(sentAt) * 1000), body) === signature;
		const message = JSON.parse(body) as { type: string; data: { version: string } };
		if (isOurs) verified.set(id, [message.type, message.data.version]);
		response.writeHead(isOurs ? 204 : 400).end();
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	onTestFinished(() => void server.close());
	const { port } = server.address() as AddressInfo;
	const made = at.admin('webhook', 'new', '--url', `http://127.0.0.1:${port}/`, '--events', 'all', '--json');
	signer = new Webhook(JSON.parse(made.stdout).secret);
	return { verified };
};

const readers = ['ana@example.com', 'ben@example.com', 'cleo@example.com'];

it('takes a material change from the file to the end of its banner, through kills and rebuilds, each letter once', async () => {
	const at = await stage();
	at.at('2025-05-01T12:00:00-07:00');
	await at.killAndStart();
	for (const email of readers) await subscribe(at, email);
	const hook = await receiveWebhooks(at);
	const events = followEvents(at.url);
	onTestFinished(() => events.stop());

	// The editor writes it, and is told what it is before anything is published.
	at.at(publishedAt);
	const notices = join(at.folder, 'notices/lantern');
	writeFileSync(join(notices, `${version}.mdx`), revision(readFileSync(join(notices, '2025-02-01.mdx'), 'utf8')));
	expect(at.notice('check').stdout).toContain('0 errors');
	expect(JSON.parse(at.notice('diff', 'lantern@2025-02-01', `lantern@${version}`, '--json').stdout).class).toBe(
		'material',
	);
	expect(await object(at, 'early@example.com')).toBe('UNKNOWN_VERSION');

	// Published long after the date that its author typed: the lead and the window run from the publication.
	expect(at.notice('publish', '--at', publishedAt).status).toBe(0);
	await at.killAndStart();
	await until('the letters of the announcement have begun to leave', async () =>
		readers.some((email) => lettersOf(at, email, /announced/) > 0),
	);
	await at.killAndStart();
	await until('every reader is told', async () => readers.every((email) => lettersOf(at, email, /announced/) === 1));
	expect(await state(at)).toEqual({
		current: { version: '2025-02-01' },
		announced: [
			{
				version,
				effectiveAt: new Date(effectiveAt).toISOString(),
				objectionWindow: {
					opensAt: new Date(publishedAt).toISOString(),
					closesAt: '2025-09-07T17:00:00.000Z',
				},
			},
		],
		banner: true,
		feed: ['announced'],
	});
	expect(await object(at, 'in-time@example.com')).toBe('ObjectionReceipt');
	at.at('2025-09-07T10:00:00-07:00');
	expect(await object(at, 'too-late@example.com')).toBe('WINDOW_CLOSED');

	// The day that the author typed comes, and the version waits; its own day comes, and it is in force.
	at.at(`${version}T00:00:00-07:00`);
	expect(await state(at)).toMatchObject({ current: { version: '2025-02-01' }, banner: true });
	at.at(effectiveAt);
	await at.killAndStart();
	await until('a reader is told that it is in force', async () =>
		readers.some((email) => lettersOf(at, email, /in force/) > 0),
	);
	await at.killAndStart();
	await until('every reader is', async () => readers.every((email) => lettersOf(at, email, /in force/) === 1));
	expect(await state(at)).toEqual({
		current: { version },
		announced: [],
		banner: true,
		feed: ['announced', 'in-force'],
	});

	// Thirty days later the banner comes down, and nothing is said again.
	at.at('2025-10-09T10:00:00-07:00');
	expect(await state(at)).toMatchObject({ current: { version }, banner: false });
	await at.killAndStart();
	await until('the followers have both events', async () =>
		[`${version} VERSION_ANNOUNCED`, `${version} VERSION_IN_FORCE`].every((it) => events.seen.includes(it)),
	);
	expect(new Set(events.seen).size).toBe(events.seen.length);
	await until('the webhook has both', async () => hook.verified.size === 2);
	expect([...hook.verified.values()]).toEqual([
		['notice.version.announced', version],
		['notice.version.in_force', version],
	]);
	for (const email of readers) {
		expect(lettersOf(at, email, /announced/)).toBe(1);
		expect(lettersOf(at, email, /in force/)).toBe(1);
	}
}, 600_000);
