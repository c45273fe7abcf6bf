import { type Rounds, startRounds } from '../rounds.ts';
import { releaseClaims } from '../store/outbox-upkeep.ts';
import { type DeliveryContext, drain, type Tally } from './deliver.ts';

export interface DeliveryOptions extends DeliveryContext {
	pollMs?: number;
	onRound?: (tally: Tally) => void;
	onError: (error: unknown) => void;
}

/** Sends letters that are due until it is stopped, and then those in hand, a few at most. */
export const startDelivery = (options: DeliveryOptions): Rounds => {
	const { store, pollMs, onError, onRound } = options;
	return startRounds({
		// Only one server has a SQLite file: what is claimed at its start was claimed by one that has ended.
		first: async () => store.kind === 'postgres' || store.write(releaseClaims),
		round: async (going) => {
			const tally = await drain(options, going);
			onRound?.(tally);
		},
		pollMs,
		onError,
	});
};
