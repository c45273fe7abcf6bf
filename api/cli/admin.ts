import { parseArgs } from 'node:util';
import { fromEpoch } from '../../schema/time.ts';
import { type Config, prepareDataDir, readConfig } from '../config.ts';
import { explainStop } from '../explain-stop.ts';
import { type KeyScope, keyScopes, longestKeyDays, newKey } from '../service/keys.ts';
import { listApiKeys, revokeApiKey } from '../store/api-keys.ts';
import { openStore, type Store } from '../store/open.ts';
import { evidence, evidenceUsage, readEvidenceOptions } from './admin/evidence.ts';

const usage = `Keys with which staff and tools use the API, and evidence, on the store that the environment names.

  npm run admin -- key new --name <what it is for> --scopes <a,b> [--days 90]
        prints the key once; send it as 'Authorization: Bearer <key>'
  npm run admin -- key list
  npm run admin -- key revoke <id>

${evidenceUsage}

  --json   prints what a program can read
  scopes   ${keyScopes.join(', ')}

Exit codes: 0 fine, 1 there is no such key, version or receipt, 2 used wrongly.
`;

const options = {
	name: { type: 'string' },
	scopes: { type: 'string' },
	days: { type: 'string', default: '90' },
	json: { type: 'boolean', default: false },
	help: { type: 'boolean', default: false },
} as const;

const now = () => fromEpoch(Date.now());

const parseScopes = (text: string | undefined): KeyScope[] => {
	const wanted = (text ?? '').split(',').map((scope) => scope.trim());
	const known = keyScopes.filter((scope) => wanted.includes(scope));
	if (known.length === 0 || known.length !== new Set(wanted).size) {
		throw new TypeError(`--scopes: expected one or more of ${keyScopes.join(',')}`);
	}
	return known;
};

const parseDays = (text: string) => {
	const days = Number(text);
	if (!Number.isInteger(days) || days < 1 || days > longestKeyDays) {
		throw new TypeError(`--days: expected a whole number from 1 to ${longestKeyDays}`);
	}
	return days;
};

type Values = { name?: string | undefined; scopes?: string | undefined; days: string; json: boolean };

const create = async (store: Store, { name, scopes, days, json }: Values) => {
	if (!name) throw new TypeError('--name: say what the key is for, such as --name desk');
	const made = await newKey({ store, now: now() }, { name, scopes: parseScopes(scopes), days: parseDays(days) });
	console.log(json ? JSON.stringify(made) : `${made.key}\nShown this once; it expires at ${made.expiresAt}.`);
};

const list = async (store: Store, { json }: Values) => {
	const keys = await store.read(listApiKeys);
	if (json) return console.log(JSON.stringify(keys));
	if (keys.length === 0) return console.log('There are no keys yet.');
	for (const { id, name, scopes, expiresAt, lastUsedAt, revokedAt } of keys) {
		const state = revokedAt ? `revoked at ${revokedAt}` : `expires at ${expiresAt}`;
		console.log(
			`${id}  ${name}  ${scopes.join(',')}  ${state}, ${lastUsedAt ? `last used ${lastUsedAt}` : 'never used'}`,
		);
	}
};

const revoke = async (store: Store, id: string | undefined) => {
	if (!id) throw new TypeError('--: name the key to revoke by its id; key list shows them');
	const revoked = await store.write((trx) => revokeApiKey(trx, id, now()));
	console.log(revoked ? `${id} is revoked.` : `There is no key ${id} that could be revoked.`);
	if (!revoked) process.exitCode = 1;
};

const onStore = async (work: (config: Config, store: Store) => Promise<unknown>) => {
	const config = readConfig();
	prepareDataDir(config.dataDir);
	const store = await openStore(config, (line) => console.error(line), { beside: true });
	try {
		await work(config, store);
	} finally {
		await store.close();
	}
};

const keys = async (args: string[]) => {
	const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
	const [subject, action, id] = positionals;
	if (values.help || subject !== 'key' || !['new', 'list', 'revoke'].includes(action ?? '')) {
		console[values.help ? 'log' : 'error'](usage);
		process.exit(values.help ? 0 : 2);
	}
	await onStore(async (_, store) => {
		if (action === 'new') await create(store, values);
		else if (action === 'list') await list(store, values);
		else await revoke(store, id);
	});
};

try {
	const [subject, ...rest] = process.argv.slice(2);
	if (subject !== 'evidence' || rest.includes('--help')) await keys(process.argv.slice(2));
	else {
		const asked = readEvidenceOptions(rest);
		await onStore(async (config, store) => {
			process.exitCode = await evidence(asked, config, store, now());
		});
	}
} catch (error) {
	explainStop(error);
}
