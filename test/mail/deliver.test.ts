import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DeliveryContext, drain } from '../../api/mail/deliver.ts';
import { prepareLetters } from '../../api/mail/prepare.ts';
import { type Mail, smtpMail } from '../../api/mail/transport.ts';
import type { Store } from '../../api/store/open.ts';
import { claimLetters, type QueuedLetter, queueLetter } from '../../api/store/outbox.ts';
import { countLetters, failedLetters } from '../../api/store/outbox-upkeep.ts';
import { changePersonal, erase, insertPersonal, readPersonal } from '../../api/store/personal.ts';
import { findToken, useToken } from '../../api/store/tokens.ts';
import type { Library } from '../../schema/notice/model.ts';
import { readLibrary } from '../../schema/source/library.ts';
import { addSeconds, type Instant } from '../../schema/time.ts';
import { addObjection, addRequests, addSubscription } from '../support/letters.ts';
import { demoInstant, projectContent, publicUrl } from '../support/places.ts';
import { type SmtpPeer, startSmtp } from '../support/smtp.ts';
import { dialects, newStore } from '../support/stores.ts';

const content = readLibrary(projectContent);
const tokenIn = (text = '', page = '') => new RegExp(`${publicUrl}${page}([A-Za-z0-9_-]{43})/`).exec(text)?.[1] ?? '';

describe.each(dialects)('delivery from %s', (dialect) => {
	let store: Store;
	let peer: SmtpPeer;
	let mail: Mail;
	let library: Library;
	let now: Instant;
	let context: DeliveryContext;
	beforeEach(async () => {
		now = demoInstant;
		store = await newStore(dialect);
		peer = await startSmtp();
		mail = smtpMail(peer.url, {
			sender: { name: 'Privacy', address: 'privacy@notices.example' },
			publicUrl,
			dkim: undefined,
		});
		library = (await content).library;
		context = { store, mail, library: () => library, now: () => now, publicUrl };
	});
	afterEach(async () => {
		await mail.close();
		await peer.close();
		await store.close();
	});

	const queue = (letter: Omit<QueuedLetter, 'now'>) => store.write((trx) => queueLetter(trx, { now, ...letter }));
	const queueReceipt = (subjectId: string) => queue({ kind: 'request-receipt', subjectKind: 'receipt', subjectId });

	it('writes to who asked, with the receipt code and a link that confirms', async () => {
		const { id, code } = await addRequests(store, ['DELETE', 'KNOW_SPECIFIC']);
		await queueReceipt(id);
		expect(await drain(context)).toEqual({ sent: 1, dropped: 0, postponed: 0, failed: 0 });
		const [got] = peer.received;
		expect(got?.to).toEqual(['ada@example.com']);
		const { text, subject } = got?.mail ?? {};
		expect(subject).toBe('Please confirm your request');
		expect(text).toContain(code);
		expect(text).toContain('to have it deleted: by 15 January 2027');
		expect(text).toContain('1 December 2026, 12:00 (America/Los_Angeles)');
		expect(text).toContain('California privacy notice, version 2026-09-01');
		expect(text).toContain(`${publicUrl}/california/2026-09-01/`);
		expect(text).toContain(`Sent by ${library.organisation.name}`);

		const token = tokenIn(text, '/requests/confirm/');
		expect(await store.write((trx) => useToken(trx, token, 'confirm-request', now))).toBe(id);
		const kept = await store.read((tx) => tx.selectFrom('token').selectAll().execute());
		expect(JSON.stringify(kept)).not.toContain(token);
	});

	it('asks nobody to confirm what acts at once', async () => {
		const { id, code } = await addRequests(store, ['OPT_OUT'], { change: { status: 'IN_PROGRESS', confirmBy: null } });
		await queueReceipt(id);
		await drain(context);
		expect(peer.received[0]?.mail.subject).toBe('We have received your request');
		expect(peer.received[0]?.mail.text).toContain(code);
		expect(peer.received[0]?.mail.text).not.toContain('/confirm/');
	});

	it('speaks only of the requests that the letter is about, with what staff wrote', async () => {
		const { id, personalId, requestIds } = await addRequests(store, ['DELETE', 'KNOW_SPECIFIC']);
		const [first = ''] = requestIds;
		const said = { [first]: { 'request-answered': 'Gone since this morning.' } };
		await store.write((trx) => changePersonal(trx, store.vault, personalId, (data) => ({ ...data, said })));
		await queue({ kind: 'request-answered', subjectKind: 'receipt', subjectId: id, extra: { requestIds: [first] } });
		await drain(context);
		const text = peer.received[0]?.mail.text;
		expect(text).toContain('to have it deleted');
		expect(text).toContain('Gone since this morning.');
		expect(text).not.toContain('to receive a copy');
	});

	it('writes to a subscriber with a link that leaves, in the language asked for', async () => {
		const { id } = await addSubscription(store, { locale: 'es', change: { status: 'CONFIRMED', confirmedAt: now } });
		await queue({
			kind: 'change-announced',
			subjectKind: 'subscription',
			subjectId: id,
			extra: { notice: 'california', version: '2027-03-01' },
		});
		await drain(context);
		const [got] = peer.received;
		expect(got?.mail.subject).toBe('Aviso de privacidad para California: se anuncia un cambio');
		expect(got?.mail.text).toContain('1 de marzo de 2027, 00:00 (America/Los_Angeles)');
		expect(got?.mail.text).toContain(`${publicUrl}/es/california/2027-03-01/`);
		expect(got?.mail.text).toContain(`${publicUrl}/california/compare/2026-09-01...2027-03-01/`);
		const token = tokenIn(got?.mail.text, '/es/subscribe/leave/');
		expect(got?.raw.replace(/\r\n[ \t]+/g, ' ')).toContain(
			`List-Unsubscribe: <${publicUrl}/es/subscribe/leave/${token}/>`,
		);
		expect(await store.read((tx) => findToken(tx, token, 'leave-subscription'))).toMatchObject({ subjectId: id });
	});

	it('mails all codes of an address, and forgets who asked', async () => {
		const requests = await addRequests(store, ['DELETE']);
		const objection = await addObjection(store, { email: 'ADA@example.com' });
		await addRequests(store, ['DELETE'], { email: 'eva@example.com' });
		const ask = async (id: string, email: string) => {
			await store.write((trx) => insertPersonal(trx, store.vault, { id, data: { email }, now }));
			await queue({ kind: 'codes', subjectKind: 'personal', subjectId: id });
		};
		await ask('asker-1', 'ada@example.com');
		await ask('asker-2', 'nobody@example.com');
		expect(await drain(context)).toEqual({ sent: 1, dropped: 1, postponed: 0, failed: 0 });
		expect(peer.received.map(({ to }) => to)).toEqual([['ada@example.com']]);
		expect(peer.received[0]?.mail.text).toContain(requests.code);
		expect(peer.received[0]?.mail.text).toContain(objection.code);
		const left = await store.read(async (tx) => [
			await readPersonal(tx, store.vault, 'asker-1'),
			await readPersonal(tx, store.vault, 'asker-2'),
			(await readPersonal(tx, store.vault, requests.personalId))?.email,
		]);
		expect(left).toEqual([null, null, 'ada@example.com']);
	});

	it('drops a letter that has nothing to say any more', async () => {
		const withdrawn = await addObjection(store, { change: { status: 'WITHDRAWN', endedAt: now } });
		const erased = await addRequests(store, ['DELETE']);
		await store.write((trx) => erase(trx, erased.personalId, now));
		await queue({ kind: 'objection-confirm', subjectKind: 'objection', subjectId: withdrawn.objectionId });
		await queueReceipt(erased.id);
		await queueReceipt('nothing');
		expect(await drain(context)).toEqual({ sent: 0, dropped: 3, postponed: 0, failed: 0 });
		const rows = await store.read((tx) => tx.selectFrom('outbox').select('lastError').orderBy('lastError').execute());
		expect(rows.map(({ lastError }) => lastError)).toEqual(['NOT_NEEDED', 'NO_ADDRESS', 'NO_SUBJECT'].toSorted());
		expect(peer.received).toEqual([]);
	});

	it('tries again every five minutes for four hours, then gives up in sight and says no address', async () => {
		const { id } = await addRequests(store, ['DELETE']);
		await queueReceipt(id);
		const start = now;
		for (let attempt = 1; attempt <= 48; attempt += 1) {
			peer.answers.push({ code: 550, text: 'no such user ada@example.com' });
			expect(await drain(context)).toMatchObject({ postponed: 1, failed: 0 });
			expect(await drain(context)).toMatchObject({ postponed: 0, sent: 0 });
			now = addSeconds(start, 300 * attempt);
		}
		peer.answers.push({ code: 550, text: 'no such user ada@example.com' });
		expect(await drain(context)).toMatchObject({ failed: 1 });
		now = addSeconds(now, 100_000);
		expect(await drain(context)).toEqual({ sent: 0, dropped: 0, postponed: 0, failed: 0 });
		const [failed] = await store.read((tx) => failedLetters(tx, 9));
		expect(failed).toMatchObject({ attempts: 49, failedAt: addSeconds(start, 300 * 48) });
		expect(failed?.lastError).toContain('550');
		expect(JSON.stringify(failed)).not.toContain('ada');
	});

	it('sends again what was sent but not settled, under the same Message-ID', async () => {
		const { id } = await addRequests(store, ['DELETE']);
		await queueReceipt(id);
		const [row] = await store.write((trx) => claimLetters(trx, { by: 'killed', now, leaseSeconds: 300, limit: 1 }));
		if (!row) throw new Error('nothing was claimed');
		const [outcome] = await prepareLetters(context, [row]);
		if (outcome?.status !== 'fulfilled') throw outcome?.reason;
		const prepared = outcome.value;
		if (!('ready' in prepared)) throw new Error(prepared.drop);
		await mail.send({ ...prepared.ready, id: row.id, kind: row.kind, createdAt: row.createdAt }, async () => {});

		now = addSeconds(now, 299);
		expect(await drain(context)).toMatchObject({ sent: 0 });
		now = addSeconds(now, 1);
		expect(await drain(context)).toMatchObject({ sent: 1 });
		const ids = peer.received.map((got) => got.mail.messageId);
		expect(ids).toEqual([`<${row.id}@notices.example>`, `<${row.id}@notices.example>`]);
		const tokens = peer.received.map((got) => tokenIn(got.mail.text, '/requests/confirm/'));
		for (const token of tokens) {
			expect(await store.read((tx) => findToken(tx, token, 'confirm-request'))).toMatchObject({ subjectId: id });
		}
	});

	it('leaves to the next claim what it has not begun in time, so that no claim runs out under a letter', async () => {
		for (let index = 0; index < 8; index += 1) {
			await queueReceipt((await addRequests(store, ['DELETE'], { email: `person-${index}@example.com` })).id);
		}
		const slow: Mail = {
			...mail,
			async send(letter, settle) {
				now = addSeconds(now, 100);
				await mail.send(letter, settle);
			},
		};
		const { sent } = await drain({ ...context, mail: slow }, () => peer.received.length < 4);
		expect(sent).toBeLessThan(8);
		const claimed = await store.read((tx) =>
			tx.selectFrom('outbox').select('id').where('sentAt', 'is', null).where('claimedBy', 'is not', null).execute(),
		);
		expect(claimed).toEqual([]);
		expect(await drain(context)).toEqual({ sent: 8 - sent, dropped: 0, postponed: 0, failed: 0 });
		expect(new Set(peer.received.map(({ to }) => to[0])).size).toBe(8);
	});

	it('sends each letter once, however many send at the same time', async () => {
		for (let index = 0; index < 30; index += 1) {
			await queueReceipt((await addRequests(store, ['DELETE'], { email: `person-${index}@example.com` })).id);
		}
		await Promise.all(Array.from({ length: 5 }, () => drain(context)));
		expect(new Set(peer.received.map(({ to }) => to[0])).size).toBe(30);
		expect(peer.received).toHaveLength(30);
		expect(await store.read(countLetters)).toEqual({ waiting: 0, sent: 30, dropped: 0, failed: 0 });
	});

	it('writes nothing personal into the outbox or the tokens', async () => {
		const { id, code } = await addRequests(store, ['DELETE']);
		await queueReceipt(id);
		await drain(context);
		const rows = await store.read(async (tx) => [
			await tx.selectFrom('outbox').selectAll().execute(),
			await tx.selectFrom('token').selectAll().execute(),
		]);
		for (const secret of ['ada@example.com', code]) expect(JSON.stringify(rows)).not.toContain(secret);
	});
});
