import { organisation } from 'virtual:notices';
import { historyAddress } from '../../schema/notice/address.ts';
import type { Notice } from '../../schema/notice/model.ts';
import { absolute, fileAddress } from '../address.ts';
import { type FeedEntry, feedTitle, linesOf } from './entries.ts';
import type { FeedName } from './names.ts';

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const safe = (text: string) =>
	// XML has no way to write most control characters.
	text.replace(/(?![\n\t])\p{Cc}/gu, '').replace(/[&<>"']/g, (sign) => signs[sign] ?? '');

const html = (entry: FeedEntry) => {
	const items = linesOf(entry).map((line) => `<li>${safe(line)}</li>`);
	return `<p>${safe(entry.summary)}</p>${items.length > 0 ? `<ul>${items.join('')}</ul>` : ''}`;
};

const entryXml = (entry: FeedEntry, locale: string) => `	<entry>
		<id>${safe(entry.id)}</id>
		<title>${safe(entry.title)}</title>
		<updated>${entry.at}</updated>
		<published>${entry.at}</published>
		<link rel="alternate" type="text/html" href="${safe(entry.url)}"/>
		<category term="${entry.version.revision.class}"/>
		<summary>${safe(entry.summary)}</summary>
		<content type="html" xml:lang="${locale}">${safe(html(entry))}</content>
	</entry>`;

/** An Atom feed (RFC 4287) of a notice. */
export const atomFeed = (notice: Notice, locale: string, feed: FeedName, entries: readonly FeedEntry[]): string => {
	const self = absolute(fileAddress(notice, `${feed}.atom`, locale));
	const title = feedTitle(notice, locale, feed);
	return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${locale}">
	<id>${safe(self)}</id>
	<title>${safe(title)}</title>
	<updated>${entries[0]?.at ?? '1970-01-01T00:00:00.000Z'}</updated>
	<author><name>${safe(organisation.name)}</name></author>
	<link rel="self" type="application/atom+xml" href="${safe(self)}"/>
	<link rel="alternate" type="text/html" href="${safe(absolute(historyAddress(notice, locale)))}"/>
${entries.map((entry) => entryXml(entry, locale)).join('\n')}
</feed>
`;
};
