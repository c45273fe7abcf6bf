import type { ExportedTable } from '../connectors/connector.ts';
import type { OwnRecords } from '../store/own-records.ts';
import { readPersonal } from '../store/personal.ts';
import type { WriteTx } from '../store/transactions.ts';
import type { PersonalData, Vault } from '../store/vault.ts';

type OwnTable = keyof OwnRecords;

interface OwnColumns<Row> {
	/** What stands in the row, and what people are told it is. */
	facts: Partial<Record<keyof Row, string>>;
	/** What the person gave, sealed. */
	given: Partial<Record<keyof PersonalData, string>>;
}

const address = { email: 'E-mail address' };
const said = { ...address, name: 'Name' };
const change = { notice: 'Notice', version: 'Version' };

const columnsOf: { [Table in OwnTable]: OwnColumns<OwnRecords[Table][number]> } = {
	subscription: {
		facts: {
			notices: 'Notices',
			status: 'State',
			leastClass: 'Changes told of, from',
			frequency: 'How often',
			locale: 'Language',
			requestedAt: 'Asked for',
			confirmedAt: 'Confirmed',
			endedAt: 'Ended',
		},
		given: { ...address, consent: 'How it is known that you agreed' },
	},
	audience: { facts: { ...change, locale: 'Language', toldAt: 'Told' }, given: address },
	objection: {
		facts: { ...change, status: 'State', receivedAt: 'Received', decidedAt: 'Decided', decision: 'Decision' },
		given: { ...said, reason: 'Your reason' },
	},
	request: {
		facts: {
			...change,
			right: 'Right',
			manner: 'How it came',
			status: 'State',
			receivedOn: 'Received',
			answeredAt: 'Answered',
			outcome: 'Outcome',
		},
		given: {
			...said,
			post: 'Postal address',
			onBehalfOf: 'Asked for',
			onBehalfOfEmail: 'Address of whom it was asked for',
			details: 'What you wrote',
			corrections: 'What you corrected',
			statements: 'Your statements',
			messages: 'What was written about it',
		},
	},
	choice: {
		facts: { optedOutAt: 'Opted out of sale and sharing', limitedAt: 'Limited sensitive information' },
		given: {},
	},
};

/** Whoever sent it showed that the address is theirs; else a stranger may have written the words. */
const isConfirmed = (row: object): boolean =>
	('confirmedAt' in row && row.confirmedAt !== null) || ('countedAt' in row && row.countedAt !== null);

const givenIn = async (trx: WriteTx, vault: Vault, row: OwnRecords[OwnTable][number]): Promise<object> => {
	const data = 'personalId' in row ? await readPersonal(trx, vault, row.personalId) : null;
	if (!data) return {};
	if (isConfirmed(row)) return { ...data, messages: Object.values(data.messages ?? {}).map(({ text }) => text) };
	return data.email === undefined ? {} : { email: data.email };
};

/** One table of a person's records, with what they gave; words under an address that was never confirmed are left out. */
export const exportTable = async (
	trx: WriteTx,
	vault: Vault,
	table: OwnTable,
	records: OwnRecords,
): Promise<ExportedTable> => {
	const { facts, given } = columnsOf[table];
	const columns = [
		...Object.entries(given).map(([name, label]) => ({ name, label, category: 'identifiers' as const })),
		...Object.entries(facts).map(([name, label]) => ({ name, label, category: 'internetActivity' as const })),
	];
	const rows: ExportedTable['rows'] = [];
	for (const row of records[table]) {
		const whole: Record<string, unknown> = { ...row, ...(await givenIn(trx, vault, row)) };
		rows.push(Object.fromEntries(columns.map(({ name }) => [name, whole[name] ?? null])));
	}
	return { table, columns, rows };
};
