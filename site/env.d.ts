/// <reference types="astro/client" />

declare namespace App {
	interface Locals {
		/** Where the server's own pages find the API: an origin, to which `/graphql` is added. */
		apiUrl: string;
		/** Sent along with each question, so that the API counts by the address of the person who asks. */
		apiHeaders: Record<string, string>;
		/** What the API wants set in the browser, filled while the page is rendered. */
		apiCookies: string[];
		/** Whether this request carries `Sec-GPC: 1`. */
		gpc: boolean;
		now: import('../schema/time.ts').Instant;
		/** Takes an error of rendering to the server's log and answers the reference under which it stands there. */
		report: (error: unknown) => string;
		demo: boolean;
	}
}

// An ambient module may import nothing by a relative path; it may name types by one.
declare module 'virtual:notices' {
	type Instant = import('../schema/time.ts').Instant;

	export const builtAt: Instant;
	/** Without a slash at its end. */
	export const publicUrl: string;
	/** Where the API is hosted, without a slash at its end; empty where that is the same origin. */
	export const apiUrl: string;
	/** The instant that a demonstration shows; empty on a real site. */
	export const demo: string;
	export const organisation: import('../schema/notice/model.ts').Library['organisation'];
	/** Material changes of `notice` that stand now and change what `taker` takes over from it. */
	export const sharedChanges: { taker: string; notice: string; version: string }[];
	export const people: import('../schema/notice/model.ts').Library['people'];
	export const ledger: import('../schema/notice/model.ts').LedgerEntry[];
	/** The notices as they are known at `builtAt`; their editions' `blocks` and `sections` are empty: see `folder`. */
	export const notices: import('../schema/notice/model.ts').Notice[];
	/** Where the whole editions stand, each as `<notice>/<version>/<locale>.json` and, its text alone, `.html`. */
	export const folder: URL;
}

declare module 'virtual:guide' {
	/** The pages of the guide, by their path under `/docs/` (the front page is empty). */
	export const guide: Record<string, () => Promise<import('astro').MarkdownInstance<object>>>;
}
