import { generateKeyPairSync } from 'node:crypto';
import { dkimVerify } from 'mailauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noteTold } from '../../api/store/audience.ts';
import { type LetterExtra, queueLetter } from '../../api/store/outbox.ts';
import type { LetterKind } from '../../schema/letters.ts';
import { ask } from '../support/graphql.ts';
import { addSubscription } from '../support/letters.ts';
import { demoInstant, publicUrl } from '../support/places.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { type Received, type SmtpPeer, startSmtp } from '../support/smtp.ts';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const record = `v=DKIM1; k=rsa; p=${publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`;

/** The name server of the sender's domain, which knows one key and nothing else. */
const resolver = async (name: string, type: string) => {
	if (type === 'TXT' && name === 's1._domainkey.notices.example') return [[record]];
	throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
};

let peer: SmtpPeer;
let server: TestServer;
beforeAll(async () => {
	peer = await startSmtp();
	server = await startServer({
		SMTP_URL: peer.url,
		MAIL_FROM: 'Privacy <privacy@notices.example>',
		DKIM_DOMAIN: 'notices.example',
		DKIM_SELECTOR: 's1',
		DKIM_PRIVATE_KEY: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
	});
});
afterAll(async () => {
	await server[Symbol.asyncDispose]();
	await peer.close();
});

const told = { notice: 'california', version: '2027-03-01' };
const extras: Partial<Record<LetterKind, LetterExtra>> = {
	'change-announced': told,
	'change-digest': { digestAt: demoInstant },
	'subscription-welcome': {},
};

const letterTo = async (email: string, holding: string): Promise<Received> => {
	const received = () => peer.received.find(({ to, mail }) => to[0] === email && mail.text?.includes(holding));
	await expect.poll(received, { timeout: 10_000 }).toBeDefined();
	const found = received();
	if (!found) throw new Error('the letter did not come');
	return found;
};

const letterOf = async (kind: LetterKind): Promise<Received> => {
	const change = { status: 'CONFIRMED', confirmedAt: demoInstant } as const;
	const email = `${kind}-${peer.received.length}@example.com`;
	const { id } = await addSubscription(server.store, { email, change });
	await server.store.write(async (trx) => {
		await noteTold(trx, { ...told, subscriptionId: id, event: 'versionAnnounced', digestAt: demoInstant });
		const subject = { subjectKind: 'subscription', subjectId: id, now: demoInstant } as const;
		await queueLetter(trx, { kind, ...subject, extra: extras[kind] ?? {} });
	});
	server.jobs.wake();
	return letterTo(email, '/subscribe/leave/');
};

/** The one value of a header, unfolded. */
const header = ({ raw }: Received, name: string): string => {
	const head = raw.split('\r\n\r\n')[0]?.replace(/\r\n[ \t]+/g, ' ') ?? '';
	const found = head.split('\r\n').filter((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`));
	expect(found).toHaveLength(1);
	return found[0]?.slice(name.length + 1).trim() ?? '';
};

/** Where a mail program finds the address of one click. */
const oneClickPath = (letter: Received): string => {
	const [, address = ''] = /^<(https:[^<>, ]+)>$/.exec(header(letter, 'List-Unsubscribe')) ?? [];
	expect(address.startsWith(publicUrl)).toBe(true);
	return new URL(address).pathname;
};

const oneClick = {
	method: 'POST',
	redirect: 'manual',
	body: new URLSearchParams('List-Unsubscribe=One-Click'),
} as const;

describe.each(['change-announced', 'change-digest', 'subscription-welcome'] as const)('a letter of kind %s', (kind) => {
	it('says how to leave with one click, and signs what it says', async () => {
		const letter = await letterOf(kind);
		expect(oneClickPath(letter)).toMatch(/^\/subscribe\/leave\/[\w-]{43}\/$/);
		expect(header(letter, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
		expect(header(letter, 'List-Id')).toBe('Notice changes <changes.privacy.example>');
		expect(header(letter, 'Auto-Submitted')).toBe('auto-generated');
		const { results } = await dkimVerify(letter.raw, { resolver });
		expect(results?.map(({ status }) => status.result)).toEqual(['pass']);
		const signed = results?.[0]?.signingHeaders?.keys.toLowerCase().split(/[:\s]+/);
		const covered = ['from', 'to', 'subject', 'list-id', 'list-unsubscribe', 'list-unsubscribe-post', 'auto-submitted'];
		expect(signed).toEqual(expect.arrayContaining(covered));
	});
});

it('fails the signature of a letter whose link was changed on the way', async () => {
	const { raw } = await letterOf('change-announced');
	const changed = raw.replace('List-Unsubscribe-Post: List-Unsubscribe=One-Click', 'List-Unsubscribe-Post: Other');
	expect(changed).not.toBe(raw);
	const { results } = await dkimVerify(changed, { resolver });
	expect(results?.map(({ status }) => status.result)).toEqual(['fail']);
});

const subscriptionEvents = () =>
	server.store.read(async (tx) => {
		const rows = await tx.selectFrom('event').select('type').where('streamKind', '=', 'subscription').execute();
		return rows.map(({ type }) => type);
	});

it('ends nothing by looking, and everything by one click without cookie or redirect, twice too', async () => {
	const email = 'ana@example.com';
	const subscribe = `mutation ($email: String!) {
		subscribe(input: { email: $email, notices: ["california"] }) { __typename } }`;
	await ask(server.url, subscribe, { email });
	const { text = '' } = (await letterTo(email, '/subscribe/confirm/')).mail;
	const token = /\/subscribe\/confirm\/([\w-]{43})\//.exec(text)?.[1];
	const confirm = 'mutation ($token: String!) { confirmSubscription(input: { token: $token }) { __typename } }';
	await ask(server.url, confirm, { token });
	const address = server.url + oneClickPath(await letterTo(email, 'Thank you'));
	for (const method of ['GET', 'HEAD']) expect((await fetch(address, { method })).status).toBe(200);
	expect((await subscriptionEvents()).at(-1)).toBe('subscriptionConfirmed');
	for (let times = 0; times < 2; times += 1) {
		const response = await fetch(address, oneClick);
		expect(response.status).toBe(200);
		expect(response.headers.getSetCookie()).toEqual([]);
	}
	expect((await subscriptionEvents()).filter((type) => type === 'subscriptionEnded')).toHaveLength(1);
});
