import { notices } from 'virtual:notices';
import type { Edition, Notice, Section } from '../schema/notice/model.ts';
import { localesOf, readsIn, textOf, timelineOf } from './notices.ts';

export interface Found {
	notice: Notice;
	locale: string;
	title: string;
	id: string;
	heading: string;
	/** Words around the first place, with the place itself apart. */
	before: string;
	match: string;
	after: string;
}

const around = 110;
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const wordsOf = (query: string) => plain(query).split(/\s+/).filter(Boolean).slice(0, 8);

const textIn = (section: Section) =>
	section.blocks
		.filter((it) => it.kind !== 'heading')
		.map((it) => it.text)
		.join(' ')
		.replace(/\s+/g, ' ')
		.normalize('NFC');

/** Whole words around the first of the words, or the beginning where it stands in the heading only. */
const excerpt = (text: string, word: string) => {
	const place = plain(text).indexOf(word);
	const at = Math.max(0, place);
	const end = place < 0 ? 0 : at + word.length;
	const before = text.slice(Math.max(0, at - around), at);
	const after = text.slice(end, end + around);
	return {
		before: at > around ? `…${before.replace(/^\S*/, '')}` : before,
		match: text.slice(at, end),
		after: end + around < text.length ? `${after.replace(/\S*$/, '')}…` : after,
	};
};

const searchEdition = (notice: Notice, locale: string, edition: Edition, words: string[]): Found[] =>
	edition.sections.flatMap((section) => {
		const text = textIn(section);
		const searched = plain(`${section.heading} ${text}`);
		if (!words.every((word) => searched.includes(word))) return [];
		const { id, heading } = section;
		const { title } = edition;
		return [{ notice, locale, title, id, heading: heading || title, ...excerpt(text, words[0] ?? '') }];
	});

/** The sections in force in which every word stands, in the order of the notices. */
export const searchNotices = async (query: string): Promise<Found[]> => {
	const words = wordsOf(query.slice(0, 200));
	if (words.length === 0) return [];
	const inForce = notices.flatMap((notice) => {
		const { current } = timelineOf(notice);
		return current
			? localesOf(notice).flatMap((locale) => (readsIn(current, locale) ? { notice, locale, current } : []))
			: [];
	});
	const found = await Promise.all(
		inForce.map(async ({ notice, locale, current }) =>
			searchEdition(notice, locale, await textOf(current, locale), words),
		),
	);
	return found.flat().slice(0, 50);
};
