import type { ChoiceEventType, PreferenceKind } from '../../schema/preference/vocabulary.ts';
import type { Instant, PlainDate } from '../../schema/time.ts';
import { choiceEventOf } from '../domain/preference.ts';
import { choiceEventsAfter, countChoices } from '../store/choice-events.ts';
import type { Store } from '../store/open.ts';

/** A choice, as those are told who were sold or shared something; nobody can tell from it who chose. */
export interface ChoiceEvent {
	seq: number;
	type: ChoiceEventType;
	at: Instant;
	/** Opaque; the same for all choices of one browser or person. */
	id: string;
	kind: PreferenceKind;
	/** Keys of the recipients it is about; empty where it is about all. */
	recipients: string[];
}

const told = Object.entries(choiceEventOf).flatMap(([type, as]) => (as ? [{ type, as }] : []));

/** Choices after a sequence number, in the order in which they were recorded. */
export const choicesAfter = async (store: Store, seq: number, limit: number): Promise<ChoiceEvent[]> => {
	const types = told.map(({ type }) => type);
	const rows = await store.read((tx) => choiceEventsAfter(tx, { types, seq, limit }));
	return rows.flatMap(({ type, data, ...row }) => {
		const as = told.find((it) => it.type === type)?.as;
		// `appendEvents` wrote it from a PreferenceEvent.
		const { recipients } = JSON.parse(data) as { recipients?: 'ALL' | string[] };
		return as ? [{ ...row, type: as, recipients: Array.isArray(recipients) ? recipients : [] }] : [];
	});
};

/** How many choices of each kind were recorded on a day in UTC. */
export interface ChoiceFigures {
	on: PlainDate;
	signals: number;
	optOuts: number;
	limits: number;
	optIns: number;
}

/** The figures of each day from the first date to the last on which something was chosen. */
export const choiceFigures = async (store: Store, from: PlainDate, to: PlainDate): Promise<ChoiceFigures[]> => {
	const rows = await store.read((tx) => countChoices(tx, from, to));
	const count = (of: typeof rows, type: string) => of.find((it) => it.type === type)?.count ?? 0;
	return [...Map.groupBy(rows, ({ on }) => on)].map(([on, of]) => ({
		on,
		signals: count(of, 'signalSeen'),
		optOuts: count(of, 'optedOut'),
		limits: count(of, 'limited'),
		optIns: count(of, 'optInConfirmed'),
	}));
};
