import { csvLines } from '../../../schema/csv.ts';
import type { ask as askApi } from '../client.ts';
import { rightWords, statusWords, waitingWords } from '../words.ts';
import { type QueueAsked, type QueueLine, type QueuePage, queue } from './operations.ts';
import type { View } from './view.ts';

const columns = ['Right', 'State', 'Received', 'Due', 'Days left', 'Waiting for', 'Law', 'Person'];

/** The lines as CSV, in which spreadsheets run nothing; people only where they are shown. */
export const csvOf = (lines: readonly QueueLine[], whoOf: (id: string) => string): string =>
	csvLines([
		columns,
		...lines.map((line) => [
			rightWords[line.right],
			statusWords[line.status],
			line.receivedOn,
			line.dueOn,
			line.daysLeft,
			line.waitingFor && waitingWords[line.waitingFor],
			line.regime,
			whoOf(line.id),
		]),
	]);

/** A file of more lines is for a tool with a key. */
const mostLines = 5_000;

/** All lines of a view, page by page, up to the most that a file holds; as many as came where the API stops answering. */
export const linesOf = async (ask: typeof askApi, view: View): Promise<QueueLine[]> => {
	const lines: QueueLine[] = [];
	let after: string | null = null;
	do {
		const outcome: Awaited<ReturnType<typeof askApi<QueueAsked, QueuePage>>> = await ask(queue, {
			...view,
			first: 100,
			after,
		});
		if (outcome.kind !== 'answer') return lines;
		lines.push(...outcome.answer.edges.map(({ node }) => node));
		after = outcome.answer.pageInfo.hasNextPage ? outcome.answer.pageInfo.endCursor : null;
	} while (after && lines.length < mostLines);
	return lines;
};

/** Hands a file to the browser to keep. */
export const download = (text: string, name: string): void => {
	const address = URL.createObjectURL(new Blob([`\uFEFF${text}`], { type: 'text/csv;charset=utf-8' }));
	const link = Object.assign(document.createElement('a'), { href: address, download: name });
	link.click();
	URL.revokeObjectURL(address);
};
