import { readFile } from 'node:fs/promises';
import { folder } from 'virtual:notices';
import { sectionsOf } from '../schema/notice/blocks.ts';
import type { Edition, Version } from '../schema/notice/model.ts';
import { sitePath } from './spoken.ts';

/** As many as the pages that are rendered at once may need. */
const most = 12;
const kept = new Map<string, Edition>();

const readFolder = (name: string): Promise<string> => readFile(new URL(name, folder), 'utf8');

const keyOf = (version: Version, locale: string): string => {
	if (!version.editions[locale]) throw new Error(`${version.notice} ${version.id} has no text in ${locale}`);
	return `${version.notice}/${version.id}/${locale}`;
};

const read = async (key: string): Promise<Edition> => {
	const edition: Edition = JSON.parse(await readFolder(`${key}.json`));
	return { ...edition, sections: sectionsOf(edition.blocks) };
};

/** The whole edition, text included; the last that were asked for are kept. */
export const textOf = async (version: Version, locale: string): Promise<Edition> => {
	const key = keyOf(version, locale);
	const text = kept.get(key) ?? (await read(key));
	kept.delete(key);
	kept.set(key, text);
	for (const [oldest] of kept) if (kept.size > most) kept.delete(oldest);
	return text;
};

/** The forms that a text links to; a translation links to them as the controlling text does. */
const ownPages = /(?<=<a href=")\/(?:requests|objections|subscribe|choices)\/[^"]*/g;

/** The text of an edition as the HTML of its page; its links to our forms lead to those in its own language. */
export const htmlOf = async (version: Version, locale: string): Promise<string> => {
	const html = await readFolder(`${keyOf(version, locale)}.html`);
	return html.replace(ownPages, (path) => sitePath(locale, path));
};
