import pg from 'pg';
import { systemsFile } from '../../schema/system/system.ts';
import { newDatabase } from './postgres.ts';

/** What content/systems.yaml would say of the shop. */
export const shopSystems = systemsFile.parse([
	{
		id: 'shop',
		name: 'The shop',
		owner: 'Ada Lindqvist',
		reach: {
			by: 'postgres',
			connection: 'SHOP_DATABASE_URL',
			tables: [
				{
					name: 'customer',
					match: { email: 'email', customerId: 'id' },
					confirm: { name: 'full_name', postcode: 'postcode' },
					erase: 'columns',
					columns: {
						id: { category: 'identifiers', label: 'Customer number' },
						email: { category: 'identifiers', erasedTo: null },
						full_name: { category: 'identifiers', label: 'Name', erasedTo: 'erased' },
						postcode: { category: 'customerRecords', erasedTo: null },
						ssn: { category: 'sensitive', label: 'Social security number', withheld: 'governmentId', erasedTo: null },
						note: { category: 'commercial', erasedTo: null },
					},
				},
				{
					name: 'purchase',
					of: { table: 'customer', column: 'customer_id', key: 'id' },
					erase: 'keep',
					keptFor: 'legalObligation',
					columns: { bought_on: { category: 'commercial' }, total: { category: 'commercial' } },
				},
				{
					name: 'stats.visit',
					of: { table: 'customer', column: 'customer_id', key: 'id' },
					erase: 'rows',
					columns: { at: { category: 'internetActivity' }, page: { category: 'internetActivity' } },
				},
			],
		},
	},
]);

/** 1,000 customers, 20,000 purchases, 79,000 visits; those of person7@example.org are 1, 20 and 79. */
const tables = `
	create table customer (id int primary key, email text unique, full_name text not null, postcode text, ssn text, note text);
	insert into customer select n, 'person' || n || '@example.org', 'Person ' || n, (90000 + n % 10)::text, '123-45-' || (1000 + n),
		'=HYPERLINK("http://evil.example"), paid with 4111 1111 1111 1111' from generate_series(0, 999) n;
	create table purchase (id serial primary key, customer_id int references customer, bought_on date, total numeric(10, 2));
	insert into purchase (customer_id, bought_on, total) select n % 1000, date '2026-01-01' + n % 300, n / 7.0 from generate_series(1, 20000) n;
	create schema stats;
	create table stats.visit (customer_id int references customer, at timestamptz, page jsonb);
	insert into stats.visit select n % 1000, timestamptz '2026-01-01 00:00:00+00' + n * interval '1 minute', '{"path": "/<b>"}' from generate_series(1, 79000) n;`;

export interface Shop {
	url: string;
	ask(text: string): Promise<Record<string, unknown>[]>;
}

/** A database of another program with 100,000 rows in three tables. */
export const newShop = async (): Promise<Shop> => {
	const url = await newDatabase();
	const ask = async (text: string) => {
		const client = new pg.Client({ connectionString: url });
		await client.connect();
		try {
			return (await client.query(text)).rows;
		} finally {
			await client.end();
		}
	};
	await ask(tables);
	return { url, ask };
};

/** The shop as a connector reaches it. */
export const reached = ({ url }: Shop) => {
	const [shop] = shopSystems;
	if (shop?.reach.by !== 'postgres') throw new Error('the shop is reached by PostgreSQL');
	return { id: shop.id, url, reach: shop.reach };
};
