import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isPlainAddress, parseSender } from '../../api/mail/address.ts';
import { openMail } from '../../api/mail/open.ts';
import { type Mail, type MailSettings, type Outgoing, smtpMail } from '../../api/mail/transport.ts';
import { type SmtpPeer, startSmtp } from '../support/smtp.ts';

const settings: MailSettings = {
	sender: { name: 'Privacy Office', address: 'privacy@notices.example' },
	publicUrl: 'https://privacy.example',
	dkim: undefined,
};

const letter = (change: Partial<Outgoing> = {}): Outgoing => ({
	id: '11111111-2222-4333-8444-555555555555',
	createdAt: '2026-12-01T12:00:00.000Z',
	kind: 'codes',
	to: 'ada@example.com',
	locale: 'en',
	subject: 'Your receipt codes',
	text: 'Täglich\n\n.\nFrom here on\n',
	leaveUrl: null,
	...change,
});

const hostile = [
	'victim@example.com, evil@example.net',
	'victim@example.com,evil@example.net',
	'victim@example.com; evil@example.net',
	'victim@example.com evil@example.net',
	'victim@example.com\r\nBcc: evil@example.net',
	'victim@example.com\nBcc: evil@example.net',
	'victim@example.com\rRCPT TO:<evil@example.net>',
	'victim@example.com>\r\nRCPT TO:<evil@example.net',
	'victim@example.com> <evil@example.net',
	'<evil@example.net> victim@example.com',
	'Victim <evil@example.net>',
	'"victim@example.com" <evil@example.net>',
	'"evil@example.net x"@example.com',
	'"evil@example.net,"@example.com',
	'undisclosed: evil@example.net, victim@example.com;',
	'group: evil@example.net;',
	'victim@example.com (evil@example.net)',
	'(victim@example.com)evil@example.net',
	'victim@example.com@evil.example.net',
	'@evil.example.net:victim@example.com',
	'victim%evil.example.net@[127.0.0.1]',
	'victim@example.com\0evil@example.net',
	'victim@example.com\u2028evil@example.net',
	'victim\u200b@example.com',
	'victim@exam\u202eple.com',
	'=?utf-8?q?evil=40example.net=2C?=@example.com, a@b.c',
	'victim@example.com\tevil@example.net',
	' victim@example.com',
	'victim@example.com ',
	'victim@',
	'@example.com',
	'victim',
	'',
	'victim@-example.com',
	'victim@example..com',
	`${'a'.repeat(65)}@example.com`,
	`a@${'b'.repeat(260)}.com`,
	'a\\@b@example.com',
	'a[b@example.com',
	'a:b@example.com',
];

const settled = async () => {};

describe('mail over SMTP', () => {
	let peer: SmtpPeer;
	let mail: Mail;
	beforeAll(async () => {
		peer = await startSmtp();
		mail = smtpMail(peer.url, settings);
	});
	beforeEach(() => {
		peer.received.length = 0;
	});
	afterAll(async () => {
		await mail.close();
		await peer.close();
	});

	it('reaches exactly the one person it is to, as plain text, from the sender', async () => {
		await mail.send(letter(), settled);
		expect(peer.received).toHaveLength(1);
		const [got] = peer.received;
		expect(got).toMatchObject({ from: 'privacy@notices.example', to: ['ada@example.com'] });
		expect(got?.mail.text).toBe('Täglich\n\n.\nFrom here on\n');
		expect(got?.mail.html).toBe(false);
		expect(got?.mail.attachments).toEqual([]);
		expect(got?.mail.from?.text).toBe('"Privacy Office" <privacy@notices.example>');
	});

	it('hands no letter over before the one before it is settled, however many are sent at once', async () => {
		const inDoubt: number[] = [];
		let settledCount = 0;
		peer.answers.push({ code: 451, text: 'later' });
		const send = () =>
			mail.send(letter(), async () => {
				await new Promise((done) => setTimeout(done, 10));
				settledCount += 1;
				inDoubt.push(peer.received.length - settledCount);
			});
		const results = await Promise.allSettled(Array.from({ length: 12 }, send));
		expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(1);
		expect(inDoubt).toEqual(Array(11).fill(0));
	});

	it('says that a program wrote it, and has the same Message-ID however often it is sent', async () => {
		await mail.send(letter(), settled);
		await mail.send(letter(), settled);
		const ids = peer.received.map((it) => it.mail.messageId);
		expect(ids).toEqual(Array(2).fill('<11111111-2222-4333-8444-555555555555@notices.example>'));
		const [got] = peer.received;
		expect(got?.mail.headers.get('auto-submitted')).toBe('auto-generated');
		expect(got?.mail.headers.get('content-language')).toBe('en');
		expect(got?.mail.headers.has('list-unsubscribe')).toBe(false);
		expect(got?.raw).not.toMatch(/https?:.*(pixel|open|click)/i);
	});

	it('lets a subscriber leave with one click', async () => {
		const leaveUrl = 'https://privacy.example/subscribe/leave/abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ/';
		await mail.send(letter({ leaveUrl }), settled);
		const headers = (peer.received[0]?.raw ?? '').split('\r\n\r\n')[0]?.replace(/\r\n[ \t]+/g, ' ') ?? '';
		expect(headers).toContain(`List-Unsubscribe: <${leaveUrl}>`);
		expect(headers).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
		expect(headers).toMatch(/List-I[dD]: Notice changes <changes\.privacy\.example>/);
	});

	it.each(hostile)('sends nothing to %j', async (to) => {
		await expect(mail.send(letter({ to }), settled)).rejects.toMatchObject({ name: 'AddressRefused' });
		expect(peer.received).toEqual([]);
	});

	it('adds no header and no recipient, whatever the subject and the text say', async () => {
		const injection = 'Hello\r\nBcc: evil@example.net\r\n\r\nbody\r\n.\r\nRCPT TO:<evil@example.net>';
		await mail.send(letter({ subject: injection, text: `${injection}\r\n.\r\nQUIT\r\n` }), settled);
		expect(peer.received).toHaveLength(1);
		expect(peer.received[0]?.to).toEqual(['ada@example.com']);
		expect(peer.received[0]?.mail.bcc).toBeUndefined();
	});

	it('reaches addresses with accents and in other scripts', async () => {
		await mail.send(letter({ to: 'ada@bücher.example' }), settled);
		expect(peer.received[0]?.to).toHaveLength(1);
		expect(peer.received[0]?.to[0]).toMatch(/^ada@(bücher|xn--bcher-kva)\.example$/);
	});

	it('throws where the server refuses', async () => {
		peer.answers.push({ code: 451, text: 'later' });
		await expect(mail.send(letter(), settled)).rejects.toMatchObject({ responseCode: 451 });
	});
});

describe('an address', () => {
	it('is plain where it names one mailbox', () => {
		for (const address of ['ada@example.com', "o'neil+tag@sub.example.co", 'ñandú@correo.example', 'a@localhost']) {
			expect(isPlainAddress(address)).toBe(true);
		}
	});

	it('is never plain with anything that separates, quotes or ends a line', () => {
		const part = fc.string({ unit: 'grapheme', maxLength: 20 });
		const separator = fc.constantFrom(',', ';', '<', '>', '"', '\r', '\n', ' ', '\0', '(', ')', ':', '\t', '@@');
		fc.assert(fc.property(part, separator, part, (a, s, b) => !isPlainAddress(`${a}${s}${b}@example.com`)));
	});

	it('of a sender may have a name', () => {
		expect(parseSender('Privacy <privacy@localhost>')).toEqual({ name: 'Privacy', address: 'privacy@localhost' });
		expect(parseSender('"Privacy, Office" <p@example.com>')).toEqual({
			name: 'Privacy, Office',
			address: 'p@example.com',
		});
		expect(parseSender('p@example.com')).toEqual({ name: '', address: 'p@example.com' });
		expect(parseSender('a@example.com, b@example.com')).toBe(null);
		expect(parseSender('nobody')).toBe(null);
	});
});

describe('mail without a server', () => {
	const config = () => ({
		dataDir: mkdtempSync(join(tmpdir(), 'noticekeeper-mail-')),
		publicUrl: 'https://privacy.example',
		mail: { smtpUrl: undefined, from: 'Privacy <privacy@localhost>', filesAllowed: true, dkim: undefined },
	});

	it('is kept in files for their owner only, one for each letter, and says so', async () => {
		const lines: string[] = [];
		const it = config();
		const mail = await openMail(it, (line) => lines.push(line));
		await mail.send(letter(), settled);
		await mail.send(letter(), settled);
		const folder = join(it.dataDir, 'mail');
		expect(readdirSync(folder)).toEqual(['2026-12-01T12-00-00-000Z-codes-11111111-2222-4333-8444-555555555555.eml']);
		const file = join(folder, readdirSync(folder)[0] ?? '');
		expect(statSync(file).mode & 0o777).toBe(0o600);
		expect(statSync(folder).mode & 0o777).toBe(0o700);
		expect(readFileSync(file, 'utf8')).toContain('To: ada@example.com\r\n');
		expect(lines).toEqual([`SMTP_URL is not set: letters are kept as files in ${folder}.`]);
	});

	it('is refused where files are not asked for', async () => {
		const it = config();
		const refused = openMail({ ...it, mail: { ...it.mail, filesAllowed: false } });
		await expect(refused).rejects.toMatchObject({ name: 'ConfigurationError', message: /^SMTP_URL: not set/ });
	});

	it('is refused with a sender that is no address', async () => {
		const it = config();
		await expect(openMail({ ...it, mail: { ...it.mail, from: 'x' } })).rejects.toThrow(
			'MAIL_FROM: expected an address',
		);
	});
});
