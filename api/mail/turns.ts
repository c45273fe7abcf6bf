/** Gives turns one at a time, in the order in which they are asked for; each lasts until it is given back. */
export const createTurns = (): (() => Promise<() => void>) => {
	let last: Promise<void> = Promise.resolve();
	return async () => {
		const before = last;
		const turn = Promise.withResolvers<void>();
		last = turn.promise;
		await before;
		return turn.resolve;
	};
};
