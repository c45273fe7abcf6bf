import { placeOf } from '../../schema/notice/address.ts';
import type { Edition, Notice, Version } from '../../schema/notice/model.ts';
import { statusAt } from '../../schema/notice/timeline.ts';
import { dateOf } from '../dates.ts';
import type { Known } from '../known-library.ts';
import { textOf } from '../text/text-of.ts';

/** A page as Pagefind is given it. */
export interface IndexedPage {
	url: string;
	content: string;
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => signs[sign] ?? sign);

const sectionHtml = ({ id, heading, blocks }: Edition['sections'][number]) =>
	[
		heading && `<h2 id="${escaped(id)}">${escaped(heading)}</h2>`,
		...blocks.filter((it) => it.kind !== 'heading').map((it) => `<p>${escaped(it.text)}</p>`),
	].join('\n');

const pageHtml = (edition: Edition, facts: { status: string; from: string }) => `<html lang="${edition.locale}"><body>
<h1 data-pagefind-meta="title">${escaped(edition.title)}</h1>
<p data-pagefind-filter="status" data-pagefind-ignore="index">${facts.status}</p>
<p data-pagefind-meta="from" data-pagefind-ignore="index">${facts.from}</p>
${edition.sections.map(sectionHtml).join('\n')}
</body></html>`;

const pageOf = (notice: Notice, version: Version, edition: Edition, status: string): IndexedPage => {
	const place = placeOf(notice, edition.locale);
	const url = status === 'IN_FORCE' ? `/${place}/` : `/${place}/${version.id}/`;
	const from = textOf(edition.locale).from(dateOf(version.effectiveAt, notice.zone, edition.locale));
	return { url, content: pageHtml(edition, { status, from }) };
};

/** Every text that can be read, at the address where it is read, with its status to filter by; no outdated translation. */
export const indexedPages = ({ library, builtAt }: Known): IndexedPage[] =>
	library.notices.flatMap((notice) =>
		notice.versions.flatMap((version) => {
			const status = statusAt(notice, version, builtAt);
			const editions = Object.values(version.editions).filter((edition) => !edition.stale);
			return status ? editions.map((edition) => pageOf(notice, version, edition, status)) : [];
		}),
	);
