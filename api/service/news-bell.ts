/** Tells those who follow events when to look again. */
export interface NewsBell {
	/** Rings where there is something new, until the answered function is called; null where a listener has too many. */
	listen(listener: string, ring: () => void): (() => void) | null;
	/** Rings for everybody, for the last time. */
	close(): void;
	readonly closed: boolean;
	readonly listening: number;
}

/** A household or a company may follow from one network; a stranger must not take all there is. */
const mostPerListener = 100;

/**
 * Looks for new events once a second, once for all listeners, and only while there are any: another process may write them.
 * `lastEvent` answers the number of the newest.
 */
export const createNewsBell = (lastEvent: () => Promise<number>, everyMs = 1_000): NewsBell => {
	const rings = new Map<symbol, { listener: string; ring: () => void }>();
	let timer: NodeJS.Timeout | null = null;
	let last = -1;
	let closed = false;

	const ringAll = () => {
		for (const { ring } of rings.values()) ring();
	};
	const look = async () => {
		// A store that cannot be read now is read again in a second.
		const seq = await lastEvent().catch(() => last);
		if (seq !== last) ringAll();
		last = seq;
	};
	const rest = () => {
		if (timer) clearInterval(timer);
		timer = null;
	};
	return {
		listen(listener, ring) {
			const own = [...rings.values()].filter((it) => it.listener === listener);
			if (own.length >= mostPerListener) return null;
			const id = Symbol(listener);
			rings.set(id, { listener, ring });
			timer ??= setInterval(look, everyMs);
			return () => {
				rings.delete(id);
				if (rings.size === 0) rest();
			};
		},
		close() {
			closed = true;
			rest();
			ringAll();
		},
		get closed() {
			return closed;
		},
		get listening() {
			return rings.size;
		},
	};
};
