/** What a query can carry to either database and back without a change. */
export type StoreValue = null | string | number | Buffer;

const describe = (value: unknown) => (value instanceof Date ? 'a Date' : `a ${typeof value}`);

/**
 * The value as both databases take it. Throws TypeError on what a driver would change without a word: `sqlite3` stores a
 * bigint as NULL and a Date as "0.0", and PostgreSQL has no NUL in a text.
 */
export const storeValue = (value: unknown): StoreValue => {
	if (value === null || Buffer.isBuffer(value)) return value;
	if (typeof value === 'boolean') return value ? 1 : 0;
	if (typeof value === 'number') {
		if (Number.isSafeInteger(value) || (Number.isFinite(value) && !Number.isInteger(value))) return value;
		throw new TypeError(`the store takes no number such as ${value}`);
	}
	if (typeof value === 'string') {
		if (value.includes('\0') || !value.isWellFormed())
			throw new TypeError('the store takes well-formed text without NUL');
		return value;
	}
	throw new TypeError(`the store takes null, text, number, boolean or Buffer, not ${describe(value)}`);
};
