import { randomUUID } from 'node:crypto';
import { decide } from '../domain/access-package.ts';
import { queueLetter } from '../store/outbox.ts';
import { insertPackage, type PackageFacts, packageById, packagesOf, sealedPackage } from '../store/packages.ts';
import { requestById } from '../store/requests.ts';
import { findToken } from '../store/tokens.ts';
import type { Environment } from './environment.ts';
import { actOnPackage, appendPackage } from './package-record.ts';
import { isId } from './record-id.ts';
import { loadRequest } from './request-record.ts';
import { done, type Result, refused } from './result.ts';

/** The answer to an access request, kept for download. */
export type AccessPackage = PackageFacts;

/** A package as it is downloaded. */
export interface PackageFile {
	fileName: string;
	bytes: Buffer;
}

/** The packages of a request, the oldest first. */
export const packagesFor = ({ store }: Pick<Environment, 'store'>, requestId: string): Promise<AccessPackage[]> =>
	store.read((tx) => packagesOf(tx, [requestId]));

export const accessPackage = async (
	{ store }: Pick<Environment, 'store'>,
	id: string,
): Promise<AccessPackage | null> => (isId(id) ? ((await store.read((tx) => packageById(tx, id))) ?? null) : null);

/** Keeps the answer to an access request sealed under a key of its own, and has the person sent a link to it. */
export const sendPackage = (
	{ store, now }: Pick<Environment, 'store' | 'now'>,
	{ requestId, bytes }: { requestId: string; bytes: Buffer },
): Promise<Result<AccessPackage>> =>
	store.write(async (trx): Promise<Result<AccessPackage>> => {
		const row = isId(requestId) ? await requestById(trx, requestId) : undefined;
		const request = row && (await loadRequest(trx, requestId));
		if (!row || !request) return refused('UNKNOWN_REQUEST', ['id']);
		const decision = decide(null, { type: 'make', requestId, request: request.state }, { now });
		if (!decision.ok) return decision;
		const id = randomUUID();
		const made = await appendPackage(trx, id, null, decision.events);
		await insertPackage(trx, made, store.vault.sealFile(id, bytes));
		const extra = { packageId: id, requestIds: [requestId] };
		await queueLetter(trx, { kind: 'package-ready', subjectKind: 'receipt', subjectId: row.receiptId, extra, now });
		return done(made);
	});

/** The package that the link of a letter is for; each download is counted. Why a link is dead is said to whoever holds it. */
export const openPackage = (
	{ store, now }: Pick<Environment, 'store' | 'now'>,
	{ token }: { token: string },
): Promise<Result<PackageFile>> =>
	store.write(async (trx): Promise<Result<PackageFile>> => {
		const found = await findToken(trx, token, 'read-answer');
		if (!found) return refused('UNKNOWN_TOKEN', ['token']);
		const file = await sealedPackage(trx, found.subjectId);
		const decision = await actOnPackage(trx, found.subjectId, { type: 'download' }, now);
		if (!decision.ok) return decision;
		// A store that was restored has no bytes of what ended after the copy was made.
		if (!file) return refused('PACKAGE_EXPIRED', ['token']);
		return done({ fileName: 'your-data.zip', bytes: store.vault.openFile(found.subjectId, file) });
	});

/** Destroys a package before its time; its link leads to nothing from then on. */
export const revokePackage = async (
	{ store, now }: Pick<Environment, 'store' | 'now'>,
	id: string,
): Promise<Result<AccessPackage>> => {
	const result = await store.write(async (trx): Promise<Result<AccessPackage>> => {
		const decision = isId(id) ? await actOnPackage(trx, id, { type: 'revoke' }, now) : null;
		const row = decision && (await packageById(trx, id));
		if (!row) return refused('UNKNOWN_PACKAGE', ['id']);
		return decision.ok ? done(row) : decision;
	});
	if (result.ok) await store.scrub();
	return result;
};
