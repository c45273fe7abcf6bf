import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { directionOf, inLanguage } from '../../site/text/direction.ts';
import { root } from '../support/places.ts';

describe('directionOf', () => {
	it.each(['ar', 'he', 'fa-IR', 'ur', 'yi', 'dv', 'az-Arab'])('reads %s from the right', (locale) => {
		expect(directionOf(locale)).toBe('rtl');
	});

	it.each(['en', 'es', 'zh-Hant', 'az', 'ku', 'ar-Latn'])('reads %s from the left', (locale) => {
		expect(directionOf(locale)).toBe('ltr');
	});
});

describe('inLanguage', () => {
	it('says nothing of a passage in the language of its page', () => {
		expect(inLanguage('es', 'es')).toEqual({});
	});

	it('names another language, and its direction only where that is another too', () => {
		expect(inLanguage('es', 'en')).toEqual({ lang: 'es' });
		expect(inLanguage('ar', 'en')).toEqual({ lang: 'ar', dir: 'rtl' });
	});

	it('marks a text in the language of its page where the interface speaks English instead', () => {
		expect(inLanguage('ar', 'ar')).toEqual({ lang: 'ar', dir: 'rtl' });
		expect(inLanguage('en', 'ar')).toEqual({});
	});
});

it('names sides of a page by the direction of its text in every style sheet', () => {
	const styles = join(root, 'site/styles');
	const sided = /^\s*(?:(?:margin|padding|border)-(?:left|right)[\w-]*|left|right|float)\s*:/gm;
	const found = readdirSync(styles).flatMap((file) => readFileSync(join(styles, file), 'utf8').match(sided) ?? []);
	expect(found).toEqual([]);
});
