import { parseArgs } from 'node:util';
import { type DueRetention, dueRetention, purgeDue } from '../../service/purge.ts';
import type { Subject } from './subject.ts';

const options = {
	'dry-run': { type: 'boolean', default: false },
	json: { type: 'boolean', default: false },
} as const;

const said: Record<DueRetention['act'], string> = {
	erase: 'all of it',
	narrow: 'what the person sent; the record of the answer stays',
};

const linesOf = (due: readonly DueRetention[], done: boolean): string[] => [
	...due.map(({ receiptId, act }) => `${receiptId}  ${said[act]}`),
	`${done ? 'Destroyed' : 'Due to be destroyed'}: ${due.length}.`,
];

/** What is kept no longer. */
export const purge: Subject = {
	usage: `  npm run admin -- purge [--dry-run]
        destroys what is kept no longer, as the running server does by itself; with --dry-run, lists it by receipt id`,
	read(args) {
		const { values } = parseArgs({ args, options });
		const dryRun = values['dry-run'];
		return async ({ store, now }) => {
			const due = dryRun ? await dueRetention(store, now) : await purgeDue(store, now);
			console.log(values.json ? JSON.stringify(due) : linesOf(due, !dryRun).join('\n'));
		};
	},
};
