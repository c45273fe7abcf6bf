import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MailContext, ReadyLetter } from '../../api/mail/context.ts';
import { prepareLetters } from '../../api/mail/prepare.ts';
import { addStaff } from '../../api/service/staff.ts';
import { noteTold } from '../../api/store/audience.ts';
import type { Store } from '../../api/store/open.ts';
import { claimLetters, type QueuedLetter, queueLetter } from '../../api/store/outbox.ts';
import { changePersonal, insertPersonal } from '../../api/store/personal.ts';
import { insertSignIn } from '../../api/store/sign-ins.ts';
import { type LetterKind, letterKinds } from '../../schema/letters.ts';
import type { Library } from '../../schema/notice/model.ts';
import { readLibrary } from '../../schema/source/library.ts';
import { addSeconds, type Instant, instant, type PlainDate } from '../../schema/time.ts';
import { addObjection, addRequests, addSubscription } from '../support/letters.ts';
import { addPackage } from '../support/packages.ts';
import { demoInstant, projectContent, publicUrl } from '../support/places.ts';
import { newStore } from '../support/stores.ts';

type Queued = Pick<QueuedLetter, 'subjectKind' | 'subjectId' | 'extra'> & { code?: string };

const aboutRequest =
	(change = {}) =>
	async (store: Store, locale: string): Promise<Queued> => {
		const { id, code } = await addRequests(store, ['KNOW_SPECIFIC'], { locale, change });
		return { subjectKind: 'receipt', subjectId: id, code };
	};

const aboutObjection = async (store: Store, locale: string): Promise<Queued> => {
	const { objectionId, code } = await addObjection(store, { locale });
	return { subjectKind: 'objection', subjectId: objectionId, code };
};

const aboutSubscription =
	(status: 'PENDING' | 'CONFIRMED' | 'ENDED', version?: string) =>
	async (store: Store, locale: string): Promise<Queued> => {
		const { id } = await addSubscription(store, {
			locale,
			change: { status, endedAt: status === 'ENDED' ? demoInstant : null },
		});
		return { subjectKind: 'subscription', subjectId: id, ...(version && { extra: { notice: 'california', version } }) };
	};

const subjects: Record<LetterKind, (store: Store, locale: string) => Promise<Queued>> = {
	'request-receipt': aboutRequest({ sinceOn: '2022-01-01' as PlainDate }),
	'request-confirmed': aboutRequest({ status: 'IN_PROGRESS', sinceOn: '2022-01-01' as PlainDate }),
	'request-extended': aboutRequest({ status: 'IN_PROGRESS', extendedOn: '2026-12-20', extensionReason: 'COMPLEXITY' }),
	'request-as-categories': aboutRequest({ status: 'IN_PROGRESS', treatedAs: 'KNOW_CATEGORIES' }),
	'request-asked': aboutRequest({ status: 'IN_PROGRESS', question: 'IDENTITY' }),
	'request-message': async (store, locale) => {
		const { id, code, personalId, requestIds } = await addRequests(store, ['DELETE'], {
			locale,
			change: { status: 'IN_PROGRESS' },
		});
		const messages = { m1: { text: 'Please send us the permission that you told us of.' } };
		await store.write((trx) => changePersonal(trx, store.vault, personalId, (data) => ({ ...data, messages })));
		return { subjectKind: 'receipt', subjectId: id, code, extra: { requestIds, messageId: 'm1' } };
	},
	'request-messages-link': async (store, locale) => {
		// Whoever asked for it has the code already.
		const { code: _, ...queued } = await aboutRequest({ status: 'IN_PROGRESS' })(store, locale);
		return queued;
	},
	'request-fee': aboutRequest({ status: 'IN_PROGRESS', fee: '{"ground":"repetitive","cents":1250}' }),
	'request-answered': aboutRequest({ status: 'ANSWERED', outcome: 'GRANTED' }),
	'request-partly': aboutRequest({
		right: 'DELETE',
		status: 'ANSWERED',
		outcome: 'PARTLY',
		denials: JSON.stringify([
			{ category: 'commercial', item: null, ground: 'TRANSACTION', cite: 'Cal. Civ. Code § 1798.105(d)(1)' },
			{ category: 'identifiers', item: null, ground: 'LEGAL_OBLIGATION', cite: 'Cal. Civ. Code § 1798.105(d)(8)' },
		]),
	}),
	'request-refused': aboutRequest({
		status: 'REFUSED',
		reason: 'DENIED',
		outcome: 'DENIED',
		ground: 'UNVERIFIED',
		groundCite: '11 CCR § 7024(a)',
	}),
	'request-duplicate': aboutRequest({ status: 'CLOSED', reason: 'DUPLICATE' }),
	'request-reopened': aboutRequest({ status: 'IN_PROGRESS' }),
	'request-contested': async (store, locale) => {
		const change = { status: 'REFUSED', contested: '[1,3]' } as const;
		const { id, code, personalId, requestIds } = await addRequests(store, ['CORRECT'], { locale, change });
		const corrections = ['My street', 'My name', 'My\nallergy'].map((what) => ({ what, shouldBe: 'other' }));
		const statements = { [requestIds[0] ?? '']: { 3: 'The test was of somebody else.' } };
		await store.write((trx) =>
			changePersonal(trx, store.vault, personalId, (data) => ({ ...data, corrections, statements })),
		);
		return { subjectKind: 'receipt', subjectId: id, code };
	},
	'request-limit': aboutRequest({ status: 'REFUSED', reason: 'ACCESS_LIMIT', nextOn: '2027-06-30' as PlainDate }),
	'request-withdrawn': aboutRequest({ status: 'WITHDRAWN' }),
	'request-lapsed': aboutRequest({ status: 'LAPSED', reason: 'NOT_CONFIRMED' }),
	'consumer-asked': async (store, locale) => {
		const change = {
			requester: 'AGENT',
			status: 'IN_PROGRESS',
			consumerAskedUntil: addSeconds(demoInstant, 1e6),
		} as const;
		const { id, personalId, requestIds } = await addRequests(store, ['DELETE'], { locale, change });
		const named = { name: 'Bo Reyes', onBehalfOf: 'Ana Ruiz', onBehalfOfEmail: 'ana@example.com' };
		await store.write((trx) => changePersonal(trx, store.vault, personalId, (data) => ({ ...data, ...named })));
		return { subjectKind: 'receipt', subjectId: id, extra: { requestIds } };
	},
	'package-ready': async (store, locale) => {
		const { id, code, requestIds } = await addRequests(store, ['KNOW_SPECIFIC'], { locale });
		const requestId = requestIds[0] ?? '';
		const packageId = await addPackage(store, requestId);
		return { subjectKind: 'receipt', subjectId: id, code, extra: { packageId } };
	},
	codes: async (store, locale) => {
		const subjectId = randomUUID();
		const email = `${subjectId}@example.com`;
		const { code } = await addRequests(store, ['DELETE'], { locale, email });
		await store.write((trx) => insertPersonal(trx, store.vault, { id: subjectId, data: { email }, now: demoInstant }));
		return { subjectKind: 'personal', subjectId, code };
	},
	'sign-in': async (store, locale) => {
		const subjectId = randomUUID();
		const email = `${subjectId}@example.com`;
		await addStaff({ store, now: demoInstant }, { name: 'Ana', email, role: 'HANDLER' });
		const expiresAt = addSeconds(demoInstant, 900);
		await store.write(async (trx) => {
			await insertPersonal(trx, store.vault, { id: subjectId, data: { email }, now: demoInstant });
			await insertSignIn(trx, { id: subjectId, browserHash: '', locale, expiresAt });
		});
		return { subjectKind: 'personal', subjectId };
	},
	'objection-confirm': aboutObjection,
	'objection-counted': aboutObjection,
	'objection-decided': async (store, locale) => {
		const change = { status: 'DECIDED', countedAt: demoInstant, decidedAt: demoInstant, decision: 'UPHELD' } as const;
		const { objectionId, personalId, code } = await addObjection(store, { locale, change });
		const said = { [objectionId]: { 'objection-decided': 'Nothing of yours is put to this use.' } };
		await store.write((trx) => changePersonal(trx, store.vault, personalId, (data) => ({ ...data, said })));
		return { subjectKind: 'objection', subjectId: objectionId, code };
	},
	'objection-withdrawn': aboutObjection,
	'objection-overtaken': aboutObjection,
	'objection-lapsed': aboutObjection,
	'subscription-confirm': aboutSubscription('PENDING'),
	'subscription-welcome': aboutSubscription('CONFIRMED'),
	'subscription-ended': aboutSubscription('ENDED'),
	'change-announced': aboutSubscription('CONFIRMED', '2027-03-01'),
	'change-in-force': aboutSubscription('CONFIRMED', '2027-03-01'),
	'change-withdrawn': aboutSubscription('CONFIRMED', '2027-03-01'),
	'change-digest': async (store, locale) => {
		const digestAt = demoInstant;
		const change = { status: 'CONFIRMED', frequency: 'WEEKLY' } as const;
		const { id } = await addSubscription(store, { locale, change });
		const told = { subscriptionId: id, event: 'versionAnnounced', digestAt };
		await store.write(async (trx) => {
			await noteTold(trx, { ...told, notice: 'california', version: '2027-03-01' });
			await noteTold(trx, { ...told, notice: 'privacy-policy', version: '2025-06-10' });
		});
		return { subjectKind: 'subscription', subjectId: id, extra: { digestAt } };
	},
};

/** What editors may reword at any time stands still, so that the letters are compared and not the notices. */
const inFixedWords = (library: Library): Library => {
	const fixed = structuredClone(library);
	fixed.organisation = { name: 'The Organisation', url: 'https://organisation.example' };
	for (const version of fixed.notices.flatMap((notice) => notice.versions)) {
		for (const edition of Object.values(version.editions)) {
			const text = `We keep it for ${version.id === '2027-03-01' ? 45 : 30} days.`;
			edition.blocks = [
				{ kind: 'heading', depth: 2, id: 'keep', text: 'How long', markdown: 'How long' },
				{ kind: 'paragraph', text, markdown: text },
			];
			edition.summary = 'What changes, in a sentence.';
			edition.changes = [{ section: 'one', summary: 'What changes in one section' }];
			if (edition.objectionEffect) edition.objectionEffect = 'what it does to data already held.';
		}
	}
	return fixed;
};

const withdrawn = (library: Library): Library => {
	const changed = structuredClone(library);
	const versions = changed.notices.flatMap((notice) => notice.versions);
	const coming = versions.find(({ id }) => id === '2027-03-01');
	if (coming) coming.withdrawnAt = demoInstant;
	return changed;
};

const afterChange = instant('2027-03-01T12:00:00-08:00');
const cases = letterKinds.flatMap((kind) => (['en', 'es'] as const).map((locale) => ({ kind, locale })));

describe('a letter', () => {
	let store: Store;
	let now: Instant;
	let library: Library;
	let fixed: Library;
	let context: MailContext;
	beforeAll(async () => {
		store = await newStore('node:sqlite');
		fixed = inFixedWords((await readLibrary(projectContent)).library);
		library = fixed;
		context = { store, library: () => library, now: () => now, publicUrl };
	});
	afterAll(() => store.close());

	const write = async (
		kind: LetterKind,
		locale: string,
	): Promise<{ letter: ReadyLetter; code: string | undefined }> => {
		now = demoInstant;
		const { code, ...subject } = await subjects[kind](store, locale);
		if (kind === 'change-in-force') now = afterChange;
		library = kind === 'change-withdrawn' ? withdrawn(fixed) : fixed;
		await store.write((trx) => queueLetter(trx, { kind, ...subject, now }));
		const [row] = await store.write((trx) => claimLetters(trx, { by: 'test', now, leaseSeconds: 1e9, limit: 1 }));
		if (!row) throw new Error('nothing was queued');
		const [outcome] = await prepareLetters(context, [row]);
		if (outcome?.status !== 'fulfilled') throw outcome?.reason;
		const prepared = outcome.value;
		if (!('ready' in prepared)) throw new Error(prepared.drop);
		return { letter: prepared.ready, code };
	};

	it.each(cases)(
		'of kind $kind in $locale says what it is, why it was sent and who sent it',
		async ({ kind, locale }) => {
			const { letter, code } = await write(kind, locale);
			expect(letter.subject).toMatch(/^\S.{8,100}$/);
			expect(letter.text).toContain(locale === 'en' ? 'Why you get this letter: ' : 'Por qué recibe esta carta: ');
			expect(letter.text).toContain(
				`${locale === 'en' ? 'Sent by' : 'Enviado por'} ${context.library().organisation.name}`,
			);
			expect(letter.text).not.toMatch(/undefined|null|NaN|\[object|<[a-z]/);
			// Dates in full, never as digits alone; versions are named by theirs.
			expect(letter.text.replaceAll(/version \S+|versión \S+|https?:\S+/g, '')).not.toMatch(/\d{4}-\d{2}-\d{2}T?/);
			if (code) expect(letter.text).toContain(code);
			if (code) expect(letter.text.match(/https?:\S+/g)?.join(' ')).not.toContain(code);
		},
	);

	it.each(['en', 'es'] as const)('to a subscriber ends with the link that leaves, in %s', async (locale) => {
		for (const kind of [
			'subscription-confirm',
			'subscription-welcome',
			'change-announced',
			'change-in-force',
			'change-withdrawn',
			'change-digest',
		] as const) {
			const { letter } = await write(kind, locale);
			expect(letter.leaveUrl).toMatch(/\/subscribe\/leave\/[\w-]{43}\/$/);
			expect(letter.text).toContain(letter.leaveUrl ?? 'no link');
		}
		expect((await write('subscription-ended', locale)).letter.leaveUrl).toBe(null);
	});

	it.each(['en', 'es'] as const)('reads as it was reviewed, in %s', async (locale) => {
		for (const kind of letterKinds) {
			const { letter, code } = await write(kind, locale);
			const text = letter.text.replaceAll(/[\w-]{43}\//g, '<token>/').replaceAll(code ?? '\0', '<code>');
			await expect(`${letter.subject}\n\n${text}`).toMatchFileSnapshot(`letters/${kind}.${locale}.txt`);
		}
	});
});
