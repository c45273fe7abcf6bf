import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { ask } from '../support/graphql.ts';
import { projectContent, publicUrl } from '../support/places.ts';
import { freePort, startProgram } from '../support/process.ts';
import { startSmtp } from '../support/smtp.ts';

const kills = process.env.DEEP ? 100 : 10;
const clients = 20;
const program = ['test/support/server-program.ts'];

const operations = [
	{
		name: 'objection',
		query: `mutation ($email: String!, $key: String) { result: submitObjection(idempotencyKey: $key, input: {notice: "california", version: "2027-03-01", email: $email}) { __typename ... on ObjectionReceipt { code } } }`,
		success: 'ObjectionReceipt',
	},
	{
		name: 'request',
		query: `mutation ($email: String!, $key: String) { result: submitRightsRequest(idempotencyKey: $key, input: {population: WEBSITE, rights: [KNOW_SPECIFIC, DELETE], email: $email, name: "A Person", details: "All there is"}) { __typename ... on RightsReceipt { code } } }`,
		success: 'RightsReceipt',
	},
	{
		name: 'subscription',
		query: `mutation ($email: String!, $key: String) { result: subscribe(idempotencyKey: $key, input: {notices: ["california"], email: $email}) { __typename } }`,
		success: 'SubscriptionPending',
	},
] as const;

type Operation = (typeof operations)[number];

/** What one person sends; `key` only where they send it again. */
interface Sending {
	operation: Operation;
	email: string;
	key: string | null;
	from: string;
}

interface Acknowledged extends Sending {
	code: string | undefined;
}

interface Outcomes {
	ledger: Acknowledged[];
	refusals: unknown[];
	/** Sent, and then the server was gone: recorded or not. */
	unanswered: Sending[];
}

const send = async (url: string, sending: Sending, { ledger, refusals }: Omit<Outcomes, 'unanswered'>) => {
	const { operation, email, key, from } = sending;
	const { body } = await ask(url, operation.query, { email, key }, { 'x-forwarded-for': from });
	const result = body.data?.result as { __typename: string; code?: string } | undefined;
	if (result?.__typename === operation.success) ledger.push({ ...sending, code: result.code });
	else refusals.push(body);
};

/** One person after another, each from an address of their own, until the server is gone; every other one has a key. */
const client = async (url: string, id: string, outcomes: Outcomes, going: () => boolean) => {
	for (let turn = 0; going(); turn += 1) {
		const operation = operations[turn % operations.length] ?? operations[0];
		const email = `person-${id}-${turn}@example.com`;
		const key = turn % 2 === 0 ? email : null;
		const sending = { operation, email, key, from: `10.${id.replace('-', '.')}.${turn % 250}` };
		try {
			await send(url, sending, outcomes);
		} catch {
			if (key) outcomes.unanswered.push(sending);
			return;
		}
	}
};

/** How many of the letters that arrived before each kill arrived again later; `marks` says how many had arrived by each. */
const sentAgainAfter = (messageIds: readonly (string | undefined)[], marks: readonly number[]): number[] =>
	marks.map((mark, kill) => {
		const later = new Set(messageIds.slice(mark));
		return messageIds.slice(marks[kill - 1] ?? 0, mark).filter((id) => later.has(id)).length;
	});

it(`loses nothing, halves nothing and doubles nothing in ${kills} kills under ${clients} clients`, async () => {
	const dataDir = mkdtempSync(join(tmpdir(), 'noticekeeper-kill-'));
	const peer = await startSmtp();
	const port = await freePort();
	const url = `http://127.0.0.1:${port}`;
	const env = {
		PORT: String(port),
		HOST: '127.0.0.1',
		PUBLIC_URL: publicUrl,
		DATA_DIR: dataDir,
		CONTENT_DIR: projectContent,
		TRUSTED_PROXIES: '1',
		SMTP_URL: peer.url,
		MAIL_FROM: 'privacy@example.org',
		LOG_LEVEL: 'warn',
	};
	const outcomes: Outcomes = { ledger: [], refusals: [], unanswered: [] };
	const { ledger, refusals, unanswered } = outcomes;
	const startMs: number[] = [];
	const marks: number[] = [];

	for (let round = 0; round < kills; round += 1) {
		const began = performance.now();
		const server = await startProgram(env, program);
		startMs.push(performance.now() - began);
		let going = true;
		const all = Array.from({ length: clients }, (_, id) => client(url, `${round}-${id}`, outcomes, () => going));
		// A different moment each time: after some acknowledgements, in the midst of others.
		const enough = ledger.length + clients + Math.round(80 * ((round * 0.618) % 1));
		while (ledger.length < enough) await new Promise((done) => setTimeout(done, 1 + (round % 7)));
		await server.crash();
		going = false;
		await Promise.all(all);
		// What the peer had got by then it may still be reading.
		await new Promise((done) => setTimeout(done, 100));
		marks.push(peer.received.length);
	}

	const last = await startProgram(env, program);
	// Whoever sends again what was recorded before a kill gets the same receipt; a second letter would betray a second record.
	const keyed = ledger.filter(({ key }) => key).filter((_, index) => index % 5 === 0);
	const again: Acknowledged[] = [];
	for (const sending of keyed) await send(url, sending, { ledger: again, refusals });
	for (const sending of unanswered) await send(url, sending, outcomes);
	const waiting = () => {
		const db = new DatabaseSync(join(dataDir, 'noticekeeper.db'), { readOnly: true });
		const row = db.prepare('select count(*) as n from outbox where sent_at is null').get();
		db.close();
		return Number(row?.n);
	};
	for (let tries = 0; waiting() > 0 && tries < 600; tries += 1) await new Promise((done) => setTimeout(done, 200));
	const left = waiting();

	const statuses = await Promise.all(
		ledger
			.slice(-200)
			.filter((it) => it.code)
			.map(async (it, index) => {
				const field = it.operation.name === 'objection' ? 'objectionStatus' : 'requestStatus';
				const query = `query ($code: String!) { result: ${field}(code: $code) { receivedAt } }`;
				const { body } = await ask(url, query, { code: it.code }, { 'x-forwarded-for': `10.200.${index % 250}.1` });
				return body.data?.result;
			}),
	);
	expect(await last.stop()).toBe(0);

	const db = new DatabaseSync(join(dataDir, 'noticekeeper.db'));
	const all = (sql: string) => db.prepare(sql).all();
	// Everybody sends one thing from an address of their own, so two letters to one address are one thing done twice.
	const idsOf = Map.groupBy(peer.received, ({ to }) => to.join());
	const doubled = [...idsOf].filter(([, letters]) => new Set(letters.map(({ mail }) => mail.messageId)).size !== 1);
	const messageIds = peer.received.map(({ mail }) => mail.messageId);
	const resent = messageIds.length - new Set(messageIds).size;
	const mostInDoubt = Math.max(...sentAgainAfter(messageIds, marks));

	console.log(
		`${kills} kills: ${ledger.length} acknowledged, ${unanswered.length} of them at the second try, ${peer.received.length} letters, ${resent} of them sent again (${mostInDoubt} at most for one kill), ready in ${Math.round(Math.max(...startMs))} ms at most`,
	);
	expect({
		refused: refusals,
		acknowledgedWithoutLetter: ledger.filter((it) => !idsOf.has(it.email)).map((it) => it.email),
		unsent: left,
		otherReceipts: keyed.filter(({ code }, index) => again[index]?.code !== code).length,
		unknownCodes: statuses.filter((it) => !it).length,
		integrity: all('pragma integrity_check'),
		foreignKeys: all('pragma foreign_key_check'),
		eventsWithoutRow: all(
			`select count(*) as n from event e where stream_kind in ('objection', 'request', 'subscription') and not exists (select 1 from objection o where o.id = e.stream_id) and not exists (select 1 from request r where r.id = e.stream_id) and not exists (select 1 from subscription s where s.id = e.stream_id)`,
		)[0]?.n,
		submissionsWithoutBothRights: all('select receipt_id from request group by receipt_id having count(*) <> 2').length,
		doubledLetters: doubled.map(([to]) => to),
	}).toEqual({
		refused: [],
		acknowledgedWithoutLetter: [],
		unsent: 0,
		otherReceipts: 0,
		unknownCodes: 0,
		integrity: [{ integrity_check: 'ok' }],
		foreignKeys: [],
		eventsWithoutRow: 0,
		submissionsWithoutBothRights: 0,
		doubledLetters: [],
	});
	expect(ledger.length).toBeGreaterThanOrEqual(kills * clients);
	expect(unanswered.length).toBeGreaterThan(kills);
	expect(mostInDoubt).toBeLessThanOrEqual(1);
	await peer.close();
	db.close();
	rmSync(dataDir, { recursive: true, force: true });
}, 1_200_000);
