/** A value as text: nothing for null, JSON for what has parts. */
export const valueText = (value: unknown): string => {
	if (value === null || value === undefined) return '';
	return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

/** Spreadsheets run a text that begins so; an apostrophe before it makes it a text again. */
const formula = /^[=+\-@\t\r]/;

const cell = (value: unknown): string => {
	const text = valueText(value);
	const safe = typeof value !== 'number' && formula.test(text) ? `'${text}` : text;
	return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** Lines of values as RFC 4180 has them; spreadsheets run nothing in them. */
export const csvLines = (lines: readonly (readonly unknown[])[]): string =>
	lines.map((line) => `${line.map(cell).join(',')}\r\n`).join('');
