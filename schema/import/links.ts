import { outward } from '../rules/f9-links-resolve.ts';

export interface LinkContext {
	/** The address at which the source was published; relative links are read from it. */
	base: string | undefined;
	/** Section ids by the ids that the source gives its parts. */
	sections: ReadonlyMap<string, string>;
}

// What would end a link's address in Markdown, or begin something else in it.
const risky = /[(){}[\]\\`|<>^"\s]|&(?=#?\w+;)/g;

const written = (url: string) => url.replace(risky, (mark) => `%${mark.charCodeAt(0).toString(16).padStart(2, '0')}`);

const urlOf = (href: string, base: string | undefined): URL | null => {
	try {
		return new URL(href, base);
	} catch {
		return null;
	}
};

const inPage = (href: string, { base, sections }: LinkContext): string | null | undefined => {
	const [page, fragment] = href.split('#');
	const here = page === '' || (base !== undefined && urlOf(page ?? '', base)?.href === urlOf('', base)?.href);
	if (!here || fragment === undefined) return undefined;
	const id = sections.get(fragment) ?? sections.get(decoded(fragment));
	return id ? `#${id}` : null;
};

const decoded = (text: string): string => {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
};

/** The link that a notice can have in place of one of the source's, or null where it can have none. */
export const linkFor = (href: string, context: LinkContext): string | null => {
	const section = inPage(href, context);
	if (section !== undefined) return section;
	if (/^tel:/i.test(href)) return `tel:${href.slice(4).replace(/[^\d+]/g, '')}`.replace(/^tel:$/, '') || null;
	const url = urlOf(href, context.base);
	if (!url) return null;
	if (url.protocol === 'http:') url.protocol = 'https:';
	const target = written(url.href);
	return outward.test(target) ? target : null;
};
