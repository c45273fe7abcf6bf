/** Statements with values in them are few and come again; those with lists of every length are many and do not. */
const mostKept = 200;

/** In characters; what is longer inserts many rows, and seldom as many again. */
const longestKept = 4_000;

// What only sets something may do so while it is prepared, and is asked for once.
const isKept = (sql: string) => sql.length <= longestKept && !/^\s*pragma\b/i.test(sql);

/** Prepared statements by their text, the last used ones; `discard` is called for each that is kept no longer. */
export const statementCache = <Statement, Discarded>(
	prepare: (sql: string) => Statement,
	discard: (statement: Statement) => Discarded,
) => {
	const kept = new Map<string, Statement>();
	return {
		/** The statement of a text, and whether the cache keeps it; the caller discards one that it does not. */
		get(sql: string): { statement: Statement; kept: boolean } {
			if (!isKept(sql)) return { statement: prepare(sql), kept: false };
			const statement = kept.get(sql) ?? prepare(sql);
			kept.delete(sql);
			kept.set(sql, statement);
			const [oldest] = kept.keys();
			if (kept.size > mostKept && oldest !== undefined) this.forget(oldest);
			return { statement, kept: true };
		},
		/** For a statement that failed to be prepared, and for the oldest one. */
		forget(sql: string): Discarded | undefined {
			const statement = kept.get(sql);
			kept.delete(sql);
			return statement === undefined ? undefined : discard(statement);
		},
		clear(): (Discarded | undefined)[] {
			return [...kept.keys()].map((sql) => this.forget(sql));
		},
	};
};
