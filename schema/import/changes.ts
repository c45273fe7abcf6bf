import { diffArrays } from 'diff';
import { normalisedText } from '../notice/hash.ts';
import type { Section } from '../notice/model.ts';
import { wordsIn } from './piece.ts';
import { wordsFor } from './words.ts';

/** What an import says of a version beside the one before it. */
export interface Changes {
	changes: { section: string; summary: string }[];
	removedSections: { id: string; seeInstead: string }[];
}

/** The sections of a version, and how its own date stands in them, which is no change where it differs. */
export interface Sections {
	sections: readonly Section[];
	date: string;
}

const textOf = (section: Section, date: string) => normalisedText(section.blocks).replaceAll(date, '');

const plain = ({ blocks }: Section) => blocks.flatMap((it) => wordsIn(it.text));

const summaryOf = (now: Section, before: Section | undefined, locale: string): string => {
	const words = wordsFor(locale);
	if (!before) return words.newSection;
	const parts = diffArrays(plain(before), plain(now));
	const count = (kind: 'added' | 'removed') =>
		parts.filter((it) => it[kind]).reduce((sum, it) => sum + it.value.length, 0);
	return count('added') + count('removed') ? words.counts(count('added'), count('removed')) : words.form;
};

/** The section that stands where a removed one stood: the nearest before it that is still there, else the first. */
const instead = (index: number, before: readonly Section[], now: readonly Section[]): Section | undefined => {
	const linkable = now.filter((it) => it.heading !== '');
	const nearest = before.slice(0, index).findLast((old) => linkable.some((it) => it.id === old.id));
	return linkable.find((it) => it.id === nearest?.id) ?? linkable[0];
};

/** Every section that differs from the version before, with a line that counts its words, and every one that is gone. */
export const changesBetween = (before: Sections, now: Sections, locale: string): Changes => {
	const old = new Map(before.sections.map((it) => [it.id, it]));
	const here = new Set(now.sections.map((it) => it.id));
	const differing = now.sections.filter((it) => {
		const was = old.get(it.id);
		return !was || textOf(was, before.date) !== textOf(it, now.date);
	});
	const gone = before.sections.flatMap((section, index) => {
		const see = here.has(section.id) ? undefined : instead(index, before.sections, now.sections);
		return see ? [{ section, see }] : [];
	});
	return {
		changes: [
			...differing.map((it) => ({ section: it.id, summary: summaryOf(it, old.get(it.id), locale) })),
			...gone.map(({ section, see }) => ({ section: section.id, summary: wordsFor(locale).removed(see.heading) })),
		],
		removedSections: gone.map(({ section, see }) => ({ id: section.id, seeInstead: see.id })),
	};
};
