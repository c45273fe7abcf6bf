/** A bar of a chart, in the units of its drawing. */
interface Bar {
	name: string;
	count: number;
	/** Of its top edge, its name included. */
	y: number;
	length: number;
}

const rowHeight = 44;
const width = 480;
/** Kept free at the end of the longest bar, for its number. */
const room = 80;

/** One bar for each count, the longest as long as there is room; all of them nothing where nothing was counted. */
export const bars = (
	rows: readonly { name: string; received: number }[],
): { width: number; height: number; bars: Bar[] } => {
	const most = Math.max(1, ...rows.map(({ received }) => received));
	const length = (count: number) => Math.round((count / most) * (width - room));
	return {
		width,
		height: rows.length * rowHeight,
		bars: rows.map(({ name, received }, i) => ({ name, count: received, y: i * rowHeight, length: length(received) })),
	};
};
