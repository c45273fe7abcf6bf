import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { buildSite } from '../../api/publish/build.ts';
import { takeContent } from '../../api/publish/content.ts';
import { demoInstant, projectContent, publicUrl } from '../support/places.ts';

/** The folder of the static files; the build itself is made once, before the tests. */
export const builtClient = async (): Promise<string> => {
	const { folder } = await buildSite({
		content: await takeContent({ contentDir: projectContent, demo: false }),
		publicUrl,
		at: demoInstant,
		demo: false,
	});
	return join(folder, 'client');
};

export interface BuiltPage {
	/** Its address, such as `/california/history/`. */
	path: string;
	html: string;
}

export const builtPages = (client: string): BuiltPage[] =>
	readdirSync(client, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && entry.name.endsWith('.html'))
		.map((entry) => join(entry.parentPath, entry.name))
		.map((file) => ({
			path: `/${relative(client, file).replaceAll('\\', '/')}`.replace(/index\.html$/, ''),
			html: readFileSync(file, 'utf8'),
		}));

/** The page of a version, in force or not, in whatever language. */
export const isNoticePage = ({ html }: BuiltPage): boolean => html.includes('<article class="text">');

export const brotliSize = (text: string | Buffer): number =>
	brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' };

/** The words of a piece of HTML, as a reader meets them. */
export const wordsOf = (html: string): string =>
	html
		.replace(/<[^>]*>/g, '')
		.replace(/&#x([0-9a-f]+);/gi, (_, digits: string) => String.fromCodePoint(Number.parseInt(digits, 16)))
		.replace(/&#(\d+);/g, (_, digits: string) => String.fromCodePoint(Number(digits)))
		.replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole);
