import type { Instant } from '../../schema/time.ts';
import type { RequestEvent } from '../domain/request.ts';
import { readStream } from '../store/events.ts';
import { readPersonal } from '../store/personal.ts';
import { staffById } from '../store/staff.ts';
import type { ReadTx } from '../store/transactions.ts';
import type { By } from './actor.ts';
import type { Environment } from './environment.ts';
import type { DeskRequest } from './request-desk.ts';

/** Something that happened to a request. */
export interface Happening {
	type: RequestEvent['type'];
	at: Instant;
	/** The name of the person of staff; null where it was nobody of them, or they are no longer there. */
	by: string | null;
	/** The id of the tool's key. */
	keyId: string | null;
}

const nameOf = async (tx: ReadTx, { vault }: Environment['store'], staffId: string) => {
	const person = await staffById(tx, staffId);
	return (person && (await readPersonal(tx, vault, person.personalId))?.name) ?? null;
};

/** All that happened to a request, first to last. */
export const historyOf = ({ store }: Environment, { id }: DeskRequest): Promise<Happening[]> =>
	store.read(async (tx) => {
		const events = await readStream<RequestEvent & Partial<By>>(tx, { kind: 'request', id });
		const names = new Map<string, string | null>();
		for (const staffId of new Set(events.map((event) => event.staffId)))
			if (staffId) names.set(staffId, await nameOf(tx, store, staffId));
		return events.map(({ type, at, staffId, keyId = null }) => ({
			...{ type, at, keyId },
			by: (staffId && names.get(staffId)) || null,
		}));
	});
