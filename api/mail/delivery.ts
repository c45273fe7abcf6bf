import { releaseClaims } from '../store/outbox-upkeep.ts';
import { type DeliveryContext, drain, type Tally } from './deliver.ts';

export interface DeliveryOptions extends DeliveryContext {
	/** How often to look whether anything is due; a hint makes it look at once. */
	pollMs?: number;
	onRound?: (tally: Tally) => void;
	onError: (error: unknown) => void;
}

export interface Delivery {
	/** Something was queued: look now. Only a hint, nothing is lost without it. */
	wake(): void;
	/** Resolves once what was being sent, a few letters at most, is settled; the rest stays queued. */
	stop(): Promise<void>;
}

/** Sends what is due until it is stopped. */
export const startDelivery = (options: DeliveryOptions): Delivery => {
	const { store, pollMs = 5_000 } = options;
	let stopped = false;
	let again = false;
	let running: Promise<void> | null = null;

	const round = async () => {
		try {
			const tally = await drain(options, () => !stopped);
			options.onRound?.(tally);
		} catch (error) {
			options.onError(error);
		}
	};
	const rounds = async () => {
		do {
			again = false;
			await round();
		} while (again && !stopped);
		running = null;
	};
	const wake = () => {
		if (stopped) return;
		again = true;
		running ??= rounds();
	};

	// Only one server has a SQLite file: what is claimed at its start was claimed by one that has ended.
	const takeOver = store.kind === 'postgres' ? Promise.resolve() : store.write(releaseClaims);
	again = true;
	running = takeOver.catch(options.onError).then(rounds);
	const timer = setInterval(wake, pollMs);
	return {
		wake,
		async stop() {
			clearInterval(timer);
			stopped = true;
			await running;
		},
	};
};
