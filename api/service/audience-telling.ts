import { audienceTask } from '../domain/audience.ts';
import { addresseesOf, anyAddressees, deleteAddressees, noteAddresseeTold } from '../store/addressees.ts';
import { confirmedToNotice } from '../store/audience.ts';
import { streamIdsOfKind } from '../store/events.ts';
import { queueLetter } from '../store/outbox.ts';
import { erase } from '../store/personal.ts';
import type { AddresseeRow } from '../store/tables.ts';
import type { WriteTx } from '../store/transactions.ts';
import { audienceRecord, recordAudience } from './audience.ts';
import type { Environment } from './environment.ts';

type Of = Parameters<typeof recordAudience>[1];

const page = 500;

const queue = (
	trx: WriteTx,
	kind: 'change-announced' | 'change-withdrawn',
	row: AddresseeRow,
	now: Environment['now'],
) =>
	queueLetter(trx, {
		kind,
		subjectKind: 'addressee',
		subjectId: row.id,
		extra: { notice: row.notice, version: row.version },
		dedupeKey: `${kind}/addressee/${row.id}`,
		now,
	});

/** Tells a page of those who have not been told; answers how many there were. */
const tellPage = async (trx: WriteTx, of: Of, now: Environment['now']): Promise<number> => {
	const names = { notice: of.notice.slug, version: of.version.id };
	const rows = await addresseesOf(trx, { ...names, told: false, after: '', limit: page });
	let letters = 0;
	for (const row of rows) {
		const subscribed = await confirmedToNotice(trx, row.emailIndex, row.notice, of.version.announcedAt);
		if (!subscribed) {
			await queue(trx, 'change-announced', row, now);
			letters += 1;
		}
		await noteAddresseeTold(trx, row.id, now);
	}
	if (rows.length > 0) {
		const bySubscription = rows.length - letters;
		await recordAudience(trx, of, { type: 'audienceTold', at: now, letters, bySubscription });
	}
	return rows.length;
};

const forgetPage = async (trx: WriteTx, of: Of, now: Environment['now']): Promise<number> => {
	const rows = await anyAddressees(trx, { notice: of.notice.slug, version: of.version.id }, page);
	if (rows.length === 0) return 0;
	await deleteAddressees(
		trx,
		rows.map(({ id }) => id),
	);
	for (const { personalId } of rows) await erase(trx, personalId, now);
	await recordAudience(trx, of, { type: 'audienceForgotten', at: now, people: rows.length });
	return rows.length;
};

/** Answers how many letters were queued. */
const tellOfWithdrawal = async ({ store, now }: Environment, of: Of): Promise<number> => {
	const names = { notice: of.notice.slug, version: of.version.id };
	const events = await audienceRecord(store, names);
	if (events.some(({ type }) => type === 'audienceToldOfWithdrawal')) return 0;
	let [after, letters] = ['', 0];
	for (;;) {
		const from = after;
		const rows = await store.write(async (trx) => {
			const told = await addresseesOf(trx, { ...names, told: true, after: from, limit: page });
			for (const row of told) await queue(trx, 'change-withdrawn', row, now);
			return told;
		});
		letters += rows.length;
		if (rows.length < page) break;
		after = rows.at(-1)?.id ?? '';
	}
	await store.write((trx) => recordAudience(trx, of, { type: 'audienceToldOfWithdrawal', at: now, letters }));
	return letters;
};

/** Does something page by page until a page is not full; answers how much there was. */
const eachPage = async (work: () => Promise<number>): Promise<number> => {
	let total = 0;
	for (let count = page; count === page; total += count) count = await work();
	return total;
};

const attend = async (environment: Environment, of: Of): Promise<void> => {
	const { store, now, afterCommit } = environment;
	const pages = (work: typeof tellPage) => eachPage(() => store.write((trx) => work(trx, of, now)));
	switch (audienceTask(of.notice, of.version, now)) {
		case 'wait':
			return;
		case 'tell':
			if ((await pages(tellPage)) > 0) afterCommit();
			return;
		case 'tellOfWithdrawal':
			if ((await tellOfWithdrawal(environment, of)) > 0) afterCommit();
			return;
		case 'forget':
			if ((await pages(forgetPage)) > 0) await store.scrub();
	}
};

/**
 * Tells the people whom organisations handed over: each once of the change they were handed over for, and of its
 * withdrawal; and forgets them once it has taken effect.
 */
export const tellAudiences = async (environment: Environment): Promise<void> => {
	const ids = await environment.store.read((tx) => streamIdsOfKind(tx, 'audience'));
	for (const id of ids) {
		const [slug, versionId] = id.split('/');
		const notice = environment.library.notices.find((it) => it.slug === slug);
		const version = notice?.versions.find((it) => it.id === versionId);
		if (notice && version) await attend(environment, { notice, version });
	}
};
