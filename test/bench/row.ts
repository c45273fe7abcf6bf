/** One row of the performance table. */
export interface Row {
	id: string;
	what: string;
	target: string;
	/** Figures in words, and whether the target is met. */
	measure(onLine: (line: string) => void): Promise<{ figures: Record<string, string | number>; met: boolean }>;
}

export const seconds = (milliseconds: number): number => Math.round(milliseconds / 100) / 10;

/** How long something takes, in milliseconds. */
export const timed = async (work: () => unknown): Promise<number> => {
	const started = performance.now();
	await work();
	return performance.now() - started;
};

/** The fastest of some runs, which is the one that the machine disturbed least. */
export const fastest = async (runs: number, work: () => unknown): Promise<number> => {
	const times: number[] = [];
	for (let run = 0; run < runs; run += 1) times.push(await timed(work));
	return Math.min(...times);
};
