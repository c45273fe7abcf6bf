import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readLibrary } from '../../../schema/source/library.ts';
import { printLetters } from '../../mail/print.ts';
import { lettersForPost, settlePosted } from '../../store/post.ts';
import type { AdminScope, Subject } from './subject.ts';

const options = { out: { type: 'string' }, json: { type: 'boolean', default: false } } as const;

interface Wanted {
	out?: string | undefined;
	json: boolean;
	ids: readonly string[];
}
type Action = (scope: AdminScope, wanted: Wanted) => Promise<void>;

const list: Action = async ({ store, now }, { json }) => {
	const letters = (await store.read((tx) => lettersForPost(tx, now))).map(({ id, kind, createdAt }) => ({
		id,
		kind,
		createdAt,
	}));
	if (json) return console.log(JSON.stringify(letters));
	if (letters.length === 0) return console.log('No letter waits for the post.');
	for (const { id, kind, createdAt } of letters) console.log(`${id}  ${createdAt}  ${kind}`);
};

const print: Action = async ({ config, store, now }, { out, json }) => {
	if (!out) throw new TypeError('--out: name the folder that the letters are written to');
	const { library } = await readLibrary(config.contentDir);
	const context = { store, library: () => library, now: () => now, publicUrl: config.publicUrl };
	const printed = await printLetters(context, resolve(out));
	if (json) return console.log(JSON.stringify(printed));
	for (const { id, file } of printed) console.log(`${id}  ${file}`);
	console.log(
		printed.length === 0
			? 'No letter waits for the post.'
			: 'Print and post them, say so with "post sent" and their ids, and delete the files.',
	);
};

const sent: Action = async ({ store, now }, { ids }) => {
	if (ids.length === 0) throw new TypeError('--: name the letters by their ids; post list shows them');
	for (const id of ids) {
		const done = await store.write((trx) => settlePosted(trx, id, { sentAt: now }));
		if (done) continue;
		console.error(`No letter ${id} waits for the post.`);
		process.exitCode = 1;
	}
};

const actions: Record<string, Action> = { list, print, sent };

/** Letters for people who have or want no e-mail address. */
export const post: Subject = {
	usage: `  npm run admin -- post list                     letters that wait to be printed and posted
  npm run admin -- post print --out <folder>     writes each to a text file, with the address at its top
  npm run admin -- post sent <id> [<id> …]       notes that they were posted`,
	read(args) {
		const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
		const [name = '', ...ids] = positionals;
		const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
		return action ? (scope) => action(scope, { ...values, ids }) : null;
	},
};
