export interface RoundsOptions {
	/** Done once, before the first round. */
	first?: () => Promise<unknown>;
	/** Does what is due; stops early where it is not `going` on. */
	round: (going: () => boolean) => Promise<unknown>;
	/** How often to look whether anything is due; a hint makes it look at once. */
	pollMs?: number | undefined;
	onError: (error: unknown) => void;
}

export interface Rounds {
	/** Something was queued: look now. Only a hint, nothing is lost without it. */
	wake(): void;
	/** Resolves once what was in hand is settled; the rest stays queued. */
	stop(): Promise<void>;
}

/** Works in rounds, one at a time, until it is stopped. */
export const startRounds = ({ first, round, pollMs = 5_000, onError }: RoundsOptions): Rounds => {
	let stopped = false;
	let again = true;
	let running: Promise<void> | null = null;

	const rounds = async () => {
		do {
			again = false;
			await round(() => !stopped).catch(onError);
		} while (again && !stopped);
		running = null;
	};
	const wake = () => {
		if (stopped) return;
		again = true;
		running ??= rounds();
	};
	running = Promise.resolve(first?.()).catch(onError).then(rounds);
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
