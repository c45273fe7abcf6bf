import { appendEvents, type RecordedEvent, readStream, type Stream } from '../store/events.ts';
import type { ReadTx, WriteTx } from '../store/transactions.ts';

/** A stream as its events leave it. */
export interface Loaded<State> {
	state: State;
	/** How many events it has. */
	streamVersion: number;
}

type Evolve<State, Event> = (state: State | null, event: Event) => State;

const fold = <State, Event>(state: State | null, events: readonly Event[], evolve: Evolve<State, Event>): State => {
	const folded = events.reduce<State | null>((before, event) => evolve(before, event), state);
	if (folded === null) throw new Error('a stream without events');
	return folded;
};

/** A stream read from its events, which are the truth; null where there is none. */
export const load = async <State, Event extends RecordedEvent>(
	tx: ReadTx,
	stream: Stream,
	evolve: Evolve<State, Event>,
): Promise<Loaded<State> | null> => {
	const events = await readStream<Event>(tx, stream);
	return events.length === 0 ? null : { state: fold(null, events, evolve), streamVersion: events.length };
};

/** What a stream is that begins with what was decided. */
export const begin = <State, Event>(events: readonly Event[], evolve: Evolve<State, Event>): Loaded<State> => ({
	streamVersion: events.length,
	state: fold(null, events, evolve),
});

/** Appends what was decided and answers what the stream has become. */
export const append = async <State, Event extends RecordedEvent>(
	trx: WriteTx,
	stream: Stream,
	before: Loaded<State> | null,
	events: readonly Event[],
	evolve: Evolve<State, Event>,
): Promise<Loaded<State>> => ({
	streamVersion: await appendEvents(trx, stream, before?.streamVersion ?? 0, events),
	state: fold(before?.state ?? null, events, evolve),
});
