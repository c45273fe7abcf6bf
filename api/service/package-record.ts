import type { Instant } from '../../schema/time.ts';
import { decide, evolve, type PackageCommand, type PackageEvent, type PackageState } from '../domain/access-package.ts';
import type { Decision } from '../domain/decision.ts';
import { type PackageFacts, packagesOf, updatePackage } from '../store/packages.ts';
import { setTimer } from '../store/timers.ts';
import type { ReadTx, WriteTx } from '../store/transactions.ts';
import { append, type Loaded, load } from './streams.ts';

const streamOf = (id: string) => ({ kind: 'package', id }) as const;

export const loadPackage = (tx: ReadTx, id: string): Promise<Loaded<PackageState> | null> =>
	load<PackageState, PackageEvent>(tx, streamOf(id), evolve);

/** Appends what was decided about a package and sets when its time is over; its row is the caller's to write. */
export const appendPackage = async (
	trx: WriteTx,
	id: string,
	before: Loaded<PackageState> | null,
	events: readonly PackageEvent[],
): Promise<PackageFacts> => {
	const { state, streamVersion } = await append(trx, streamOf(id), before, events, evolve);
	await setTimer(trx, 'package', id, state.status === 'READY' ? state.expiresAt : null);
	return { id, ...state, streamVersion };
};

/** Carries a command out on a package that is there. */
export const actOnPackage = async (
	trx: WriteTx,
	id: string,
	command: Exclude<PackageCommand, { type: 'make' }>,
	now: Instant,
): Promise<Decision<PackageEvent>> => {
	const before = await loadPackage(trx, id);
	const decision = decide(before?.state ?? null, command, { now });
	if (!before || !decision.ok) return decision;
	await updatePackage(trx, await appendPackage(trx, id, before, decision.events), before.streamVersion);
	return decision;
};

/** Destroys what is left of the packages of some requests. */
export const endPackagesOf = async (
	trx: WriteTx,
	requestIds: readonly string[],
	type: 'expire' | 'revoke',
	now: Instant,
): Promise<void> => {
	if (requestIds.length === 0) return;
	for (const { id } of await packagesOf(trx, requestIds)) {
		const ended = await actOnPackage(trx, id, { type }, now);
		// The clock then takes it out of the write-ahead log too.
		if (ended.ok) await setTimer(trx, 'package', id, now);
	}
};
