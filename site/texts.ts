import { readFile } from 'node:fs/promises';
import { folder } from 'virtual:notices';
import type { Edition, Version } from '../schema/notice/model.ts';

/** A whole edition, and its text as HTML. */
export interface ReadText extends Edition {
	html: string;
}

/** As many as the pages that are rendered at once may need. */
const most = 12;
const kept = new Map<string, ReadText>();

const read = async (key: string): Promise<ReadText> =>
	JSON.parse(await readFile(new URL(`${key}.json`, folder), 'utf8'));

/** The whole edition, text included; the last that were asked for are kept. */
export const textOf = async (version: Version, locale: string): Promise<ReadText> => {
	if (!version.editions[locale]) throw new Error(`${version.notice} ${version.id} has no text in ${locale}`);
	const key = `${version.notice}/${version.id}/${locale}`;
	const text = kept.get(key) ?? (await read(key));
	kept.delete(key);
	kept.set(key, text);
	for (const [oldest] of kept) if (kept.size > most) kept.delete(oldest);
	return text;
};
