import type { Instant } from '../../schema/time.ts';
import { prune } from './builds.ts';
import type { SiteHost } from './host.ts';

export interface Upkeep {
	/** Begins nothing any more; a build that is under way is left to itself. */
	stop(): void;
}

const lookMs = 5_000;
const pruneMs = 60 * 60 * 1_000;

/** Keeps the site up to date while the server runs: the next stretch of time, changed content, and room on the disk. */
export const startUpkeep = (host: SiteHost, now: () => Instant, onError: (error: unknown) => void): Upkeep => {
	let busy = false;
	const look = async () => {
		if (busy) return;
		busy = true;
		try {
			host.prepare(now());
			await host.refresh(now());
		} catch (error) {
			onError(error);
		} finally {
			busy = false;
		}
	};
	const tidy = () => host.keep().then(prune).catch(onError);
	const looking = setInterval(look, lookMs);
	const tidying = setInterval(tidy, pruneMs);
	void tidy();
	return {
		stop() {
			clearInterval(looking);
			clearInterval(tidying);
		},
	};
};
