/** What `/embed/<notice>.json` holds: by language, what the banner of a notice says; no changes where there is none. */
export interface EmbedAnswer {
	/** The controlling language, for readers of any that is not here. */
	controlling: string;
	languages: Record<string, EmbedText>;
}

export interface EmbedText {
	label: string;
	dismiss: string;
	changes: EmbedChange[];
}

export interface EmbedChange {
	version: string;
	said: string;
	summary: string;
	/** The language of the summary. */
	lang: string;
	/** With whole addresses. */
	links: { text: string; href: string }[];
}
