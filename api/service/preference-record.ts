import { randomUUID } from 'node:crypto';
import type { PreferenceState } from '../../schema/preference/standing.ts';
import type { PreferenceKind } from '../../schema/preference/vocabulary.ts';
import { choicesZone as zone } from '../../schema/regimes/opt-in.ts';
import { dateIn, type Instant } from '../../schema/time.ts';
import type { Decision } from '../domain/decision.ts';
import { choiceEventOf, decide, evolve, type PreferenceCommand, type PreferenceEvent } from '../domain/preference.ts';
import { lastSeqOfKind, takeTurn } from '../store/events.ts';
import { insertPreference, noteSignal, preferenceByKey, updatePreference } from '../store/preferences.ts';
import type { PreferenceRow } from '../store/tables.ts';
import { lockName, type ReadTx, type WriteTx } from '../store/transactions.ts';
import { queueDeliveries } from '../store/webhooks.ts';
import { append, type Loaded, load } from './streams.ts';

/** Whose choices: a browser or a person, by the index that the store keeps. */
export interface Chooser {
	kind: PreferenceKind;
	key: string;
}

export const loadPreference = (tx: ReadTx, id: string): Promise<Loaded<PreferenceState> | null> =>
	load<PreferenceState, PreferenceEvent>(tx, { kind: 'preference', id }, evolve);

/** The choices of a browser or person; null where none was made. */
export const preferenceOf = async (tx: ReadTx, { kind, key }: Chooser): Promise<PreferenceState | null> => {
	const row = await preferenceByKey(tx, kind, key);
	return row ? ((await loadPreference(tx, row.id))?.state ?? null) : null;
};

/** Appends one event, so that each has its own number by which others are told. */
const appendOne = async (
	trx: WriteTx,
	id: string,
	before: Loaded<PreferenceState> | null,
	event: PreferenceEvent,
): Promise<Loaded<PreferenceState>> => {
	const after = await append(trx, { kind: 'preference', id }, before, [event], evolve);
	const type = choiceEventOf[event.type];
	const seq = await lastSeqOfKind(trx, 'preference');
	if (type) await queueDeliveries(trx, { seq, type }, { now: event.at, newId: () => `msg_${randomUUID()}` });
	return after;
};

const rowOf = (
	{ kind, key }: Chooser,
	{ id, signalLastSeenOn }: Pick<PreferenceRow, 'id' | 'signalLastSeenOn'>,
	{ state, streamVersion }: Loaded<PreferenceState>,
): PreferenceRow => {
	const { optedOutAt, limitedAt, signalSeenAt: signalFirstSeenAt } = state;
	return { id, kind, key, optedOutAt, limitedAt, signalFirstSeenAt, signalLastSeenOn, streamVersion };
};

/** Carries commands out one after the other, all or none: events, row and what webhooks are told, in this transaction. */
export const carryOut = async (
	trx: WriteTx,
	chooser: Chooser,
	commands: readonly PreferenceCommand[],
	now: Instant,
): Promise<Decision<PreferenceEvent> & { state: PreferenceState | null }> => {
	await lockName(trx, `preference/${chooser.key}`);
	const found = await preferenceByKey(trx, chooser.kind, chooser.key);
	const id = found?.id ?? randomUUID();
	const loaded = found ? await loadPreference(trx, id) : null;
	const events: PreferenceEvent[] = [];
	let state = loaded?.state ?? null;
	for (const command of commands) {
		const decision = decide(state, command, { now, zone });
		if (!decision.ok) return { ...decision, state };
		events.push(...decision.events);
		state = decision.events.reduce<PreferenceState | null>(evolve, state);
	}
	if (events.length > 0) {
		await takeTurn(trx);
		let after = loaded;
		for (const event of events) after = await appendOne(trx, id, after, event);
		if (after) {
			const row = rowOf(chooser, { id, signalLastSeenOn: found?.signalLastSeenOn ?? null }, after);
			if (loaded) await updatePreference(trx, row, loaded.streamVersion);
			else await insertPreference(trx, row);
		}
	}
	if (commands.some(({ type }) => type === 'seeSignal')) await noteSignal(trx, id, dateIn(now, zone));
	return { ok: true, events, state };
};
