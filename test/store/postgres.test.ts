import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../api/store/open.ts';
import { newStoreConfig } from '../support/stores.ts';

const ask = async (url: string, text: string) => {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		return (await client.query(text)).rows;
	} finally {
		await client.end();
	}
};

const terminateOthers =
	'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()';

describe('a store on PostgreSQL', () => {
	it('goes on after the server has ended every connection, idle or at work', async () => {
		const config = await newStoreConfig('postgres');
		const url = config.databaseUrl ?? '';
		const lines: string[] = [];
		const store = await openStore(config, (line) => lines.push(line));
		await store.write((trx) => trx.insertInto('setting').values({ name: 'before', value: '1' }).execute());
		const cut = store.write(async (trx) => {
			await trx.insertInto('setting').values({ name: 'cut', value: '1' }).execute();
			await ask(url, terminateOthers);
			await trx.insertInto('setting').values({ name: 'cut too', value: '1' }).execute();
		});
		await expect(cut).rejects.toThrow();
		await expect.poll(() => store.isReady(), { timeout: 5_000 }).toBe(true);
		await store.write((trx) => trx.insertInto('setting').values({ name: 'after', value: '1' }).execute());
		const names = await store.read((tx) =>
			tx
				.selectFrom('setting')
				.select('name')
				.where('name', 'in', ['before', 'cut', 'cut too', 'after'])
				.orderBy('name')
				.execute(),
		);
		expect(names.map(({ name }) => name)).toEqual(['after', 'before']);
		expect(lines.length).toBeGreaterThan(0);
		await store.close();
	});

	it('is refused where an acknowledged commit may be lost', async () => {
		const config = await newStoreConfig('postgres');
		const url = new URL(config.databaseUrl ?? '');
		await ask(url.href, `alter database ${url.pathname.slice(1)} set synchronous_commit = off`);
		await expect(openStore(config)).rejects.toThrow('PostgreSQL has synchronous_commit = off');
	});

	it('is refused under another DATA_KEY', async () => {
		const config = await newStoreConfig('postgres');
		await (await openStore(config)).close();
		const other = { ...config, dataKey: Buffer.alloc(32).toString('base64url') };
		await expect(openStore(other)).rejects.toThrow('DATA_KEY is not the one');
	});

	it('serves two processes at once', async () => {
		const config = await newStoreConfig('postgres');
		const stores = await Promise.all([openStore(config), openStore(config)]);
		await Promise.all(
			stores.map((store, index) =>
				store.write((trx) =>
					trx
						.insertInto('setting')
						.values({ name: `process ${index}`, value: '1' })
						.execute(),
				),
			),
		);
		const [first] = stores;
		const rows = await first?.read((tx) =>
			tx.selectFrom('setting').select('name').where('name', 'like', 'process %').execute(),
		);
		expect(rows).toHaveLength(2);
		await Promise.all(stores.map((store) => store.close()));
	});
});
