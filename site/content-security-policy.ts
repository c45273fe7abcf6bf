import { createHash } from 'node:crypto';

/** What a page needs beyond its own inline blocks. */
export interface PageNeeds {
	/** Whether it runs WebAssembly, which the search does. */
	wasm: boolean;
	/** Where the API is hosted, if elsewhere. */
	apiUrl: string;
}

const hashesOf = (blocks: RegExp, html: string): string[] =>
	[...new Set([...html.matchAll(blocks)].map((match) => match[1] ?? ''))].map(
		(text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
	);

const listed = (sources: string[]) => (sources.length > 0 ? sources.join(' ') : "'none'");

/** The policy that lets a page run and show what it was built with, and nothing that was put into it later. */
export const contentSecurityPolicy = (page: string, { wasm, apiUrl }: PageNeeds): string => {
	// What a page says of itself to programs is data, which no policy keeps a browser from reading.
	const html = page.replace(/<script type="application\/ld\+json">[\s\S]*?<\/script>/g, '');
	const scripted = /<script\b/.test(html);
	const scripts = hashesOf(/<script\b(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g, html);
	const styles = hashesOf(/<style\b[^>]*>([\s\S]*?)<\/style>/g, html);
	return [
		"default-src 'none'",
		`script-src ${listed(scripted ? ["'self'", ...(wasm ? ["'wasm-unsafe-eval'"] : []), ...scripts] : [])}`,
		`style-src ${listed(styles)}`,
		"img-src 'self' data:",
		// A page without script asks for nothing, but tools that read the site's robots.txt do so as the page.
		`connect-src ${listed(["'self'", ...(scripted && apiUrl ? [new URL(apiUrl).origin] : [])])}`,
		"form-action 'self'",
		"base-uri 'none'",
		"frame-ancestors 'none'",
	].join('; ');
};
