import type { LetterKind } from '../../schema/letters.ts';
import type { Instant } from '../../schema/time.ts';
import type { LetterCounts } from './evidence.ts';
import type { ReadTx } from './transactions.ts';

/** What became of the letters of one kind about one version. */
export interface LettersAbout extends LetterCounts {
	kind: LetterKind;
	notice: string;
	version: string;
	lastSentAt: Instant | null;
}

/** Letters that tell of one version each, by kind and version, counted in one reading of the outbox. */
export const lettersAboutVersions = async (tx: ReadTx): Promise<LettersAbout[]> => {
	const rows = await tx
		.selectFrom('outbox')
		.select((eb) => [
			'kind',
			'extra',
			eb.fn.countAll<number>().as('all'),
			eb.fn.count<number>('sentAt').as('sent'),
			eb.fn.count<number>('failedAt').as('failed'),
			eb.fn.count<number>('droppedAt').as('dropped'),
			eb.fn.max('sentAt').as('lastSentAt'),
		])
		.where('priority', '=', 1)
		.where('kind', '!=', 'change-digest')
		.groupBy(['kind', 'extra'])
		.execute();
	return rows.map(({ extra, all, ...row }) => {
		// `queueLetter` wrote it from a LetterExtra.
		const { notice = '', version = '' } = JSON.parse(extra) as { notice?: string; version?: string };
		return { ...row, notice, version, waiting: all - row.sent - row.failed - row.dropped };
	});
};

export interface ToldByDigest {
	notice: string;
	version: string;
	event: string;
	count: number;
}

/** How many subscribers hear of versions in a digest, by version and event. */
export const toldByDigest = (tx: ReadTx): Promise<ToldByDigest[]> =>
	tx
		.selectFrom('told')
		.select((eb) => ['notice', 'version', 'event', eb.fn.countAll<number>().as('count')])
		.where('digestAt', 'is not', null)
		.groupBy(['notice', 'version', 'event'])
		.execute();
