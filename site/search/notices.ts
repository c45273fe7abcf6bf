import { notices } from 'virtual:notices';
import { noticeAddress, versionAddress } from '../../schema/notice/address.ts';
import type { Notice, Section, Version } from '../../schema/notice/model.ts';
import { readsIn, timelineOf } from '../notices.ts';
import { textOf } from '../texts.ts';

/** A section in which all words were found. */
export interface Found {
	notice: Notice;
	version: Version;
	title: string;
	heading: string;
	/** Where it is read. */
	href: string;
	/** Words around the first place, with the place itself apart. */
	before: string;
	match: string;
	after: string;
}

export interface Search {
	words: string;
	locale: string;
	/** Whether earlier and announced versions are searched too. */
	everything: boolean;
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

const searched = ({ locale, everything }: Search) =>
	notices.flatMap((notice) => {
		const { current, visible } = timelineOf(notice);
		const versions = everything ? visible.toReversed() : visible.filter((it) => it === current);
		return versions.filter((it) => readsIn(it, locale)).map((version) => ({ notice, version, current }));
	});

/** The sections in which every word stands, in the order of the notices, at most 50. */
export const searchNotices = async (search: Search): Promise<Found[]> => {
	const words = wordsOf(search.words.slice(0, 200));
	if (words.length === 0) return [];
	const found = searched(search).map(async ({ notice, version, current }) => {
		const { sections, title } = await textOf(version, search.locale);
		const address = version === current ? noticeAddress : () => versionAddress(notice, version, search.locale);
		return sections.flatMap((section): Found[] => {
			const text = textIn(section);
			const place = plain(`${section.heading} ${text}`);
			if (!words.every((word) => place.includes(word))) return [];
			const href = `${address(notice, search.locale)}#${section.id}`;
			return [{ notice, version, title, heading: section.heading || title, href, ...excerpt(text, words[0] ?? '') }];
		});
	});
	return (await Promise.all(found)).flat().slice(0, 50);
};
