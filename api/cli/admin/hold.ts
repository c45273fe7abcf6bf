import { parseArgs } from 'node:util';
import { parseReceiptCode } from '../../../schema/receipt.ts';
import { instant } from '../../../schema/time.ts';
import { liftLegalHold, placeLegalHold } from '../../service/legal-holds.ts';
import { listHolds } from '../../store/legal-holds.ts';
import type { AdminScope, Subject } from './subject.ts';

const options = {
	receipt: { type: 'string' },
	reason: { type: 'string' },
	by: { type: 'string' },
	until: { type: 'string' },
	json: { type: 'boolean', default: false },
} as const;

interface Values {
	receipt?: string | undefined;
	reason?: string | undefined;
	by?: string | undefined;
	until?: string | undefined;
	json: boolean;
}
type Work = (scope: AdminScope) => Promise<void>;

const instantOf = (text: string) => {
	try {
		return instant(text);
	} catch {
		throw new TypeError('--until: expected a date and time with an offset, such as 2028-01-01T00:00:00-08:00');
	}
};

const place = ({ receipt, reason, by, until, json }: Values): Work => {
	const code = receipt ? parseReceiptCode(receipt) : null;
	if (!code) throw new TypeError('--receipt: expected a receipt code, such as 7K3M-9QXA-20FD-WB5T');
	if (!reason) throw new TypeError('--reason: say why, such as --reason "claim 12 of 2027"; name no person');
	if (!by) throw new TypeError('--by: say who places it, such as --by "R. Vale, counsel"');
	if (!until) throw new TypeError('--until: say when it ends, such as --until 2028-01-01T00:00:00-08:00');
	const endsAt = instantOf(until);
	return async ({ store, now }) => {
		if (endsAt <= now) throw new TypeError(`--until: ${endsAt} is past`);
		const id = await placeLegalHold({ store, now }, { code, reason, placedBy: by, endsAt });
		if (!id) return missing('There is no receipt with that code.');
		console.log(json ? JSON.stringify({ id, endsAt }) : `${id} is placed: nothing is destroyed before ${endsAt}.`);
	};
};

const missing = (why: string) => {
	console.error(why);
	process.exitCode = 1;
};

const list =
	({ json }: Values): Work =>
	async ({ store, now }) => {
		const holds = await store.read(listHolds);
		if (json) return console.log(JSON.stringify(holds));
		if (holds.length === 0) return console.log('There are no holds.');
		for (const { id, reason, placedBy, placedAt, endsAt, liftedAt } of holds) {
			const state = liftedAt ? `lifted at ${liftedAt}` : `${endsAt > now ? 'ends' : 'ended'} at ${endsAt}`;
			console.log(`${id}  ${reason}  placed by ${placedBy} at ${placedAt}, ${state}`);
		}
	};

const lift = (id: string | undefined): Work => {
	if (!id) throw new TypeError('--: name the hold to lift by its id; hold list shows them');
	return async ({ store, now }) => {
		if (!(await liftLegalHold({ store, now }, id))) return missing(`There is no live hold ${id}.`);
		console.log(`${id} is lifted: what is due is destroyed within seconds, if the server runs.`);
	};
};

/** Holds that keep what would be destroyed. */
export const hold: Subject = {
	usage: `  npm run admin -- hold place --receipt <code> --reason <why> --by <who> --until <instant>
        keeps what was sent with a receipt from being destroyed; placing and lifting are recorded
  npm run admin -- hold list
  npm run admin -- hold lift <id>`,
	read(args) {
		const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
		const [name, id] = positionals;
		if (name === 'place') return place(values);
		if (name === 'list') return list(values);
		return name === 'lift' ? lift(id) : null;
	},
};
