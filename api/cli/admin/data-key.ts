import { adoptNextDataKey, makeNextDataKey } from '../../store/data-key.ts';
import { rotateDataKey } from '../../store/data-key-rotation.ts';
import { StoreError } from '../../store/errors.ts';
import type { AdminScope, Subject } from './subject.ts';

const make = async ({ config }: AdminScope): Promise<void> => {
	const file = makeNextDataKey(config);
	console.log(`Made ${file}. Keep a copy apart from the data. Restart the server, then run: data-key rotate`);
};

const rotate = async ({ config, store }: AdminScope): Promise<void> => {
	if (!store.vault.rotates) {
		throw new StoreError(
			'No server was started with a next data key. Set DATA_KEY_NEXT, or run data-key new; restart the server, and run this again.',
		);
	}
	await rotateDataKey(store);
	const then = adoptNextDataKey(config)
		? 'The new key stands in data.key now.'
		: 'Set DATA_KEY to the new key, remove DATA_KEY_NEXT, and restart the server.';
	console.log(`Everything is sealed under the new data key. ${then} Only backups made before need the former one.`);
};

/** Puts another data key in the place of the one in use. */
export const dataKey: Subject = {
	usage: `  npm run admin -- data-key new
        makes the next data key in the data folder; the server has to be restarted with it before the next step
  npm run admin -- data-key rotate
        seals everything under the next data key while the server runs; stopped half-way, it is run again`,
	read(args) {
		if (args.length !== 1) return null;
		if (args[0] === 'new') return make;
		return args[0] === 'rotate' ? rotate : null;
	},
};
