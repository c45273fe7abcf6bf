import { organisation } from 'virtual:notices';
import type { APIRoute } from 'astro';
import { absolute, fileAddress, historyAddress } from '../../address.ts';
import { feedOf } from '../../feed/entries.ts';
import { places } from '../../notices.ts';

export const getStaticPaths = () =>
	places().map(({ place, notice, locale }) => ({ params: { place }, props: { notice, locale } }));

/** JSON Feed 1.1, with what a program wants to know of a version under `_notice`. */
export const GET: APIRoute<ReturnType<typeof getStaticPaths>[number]['props']> = async ({
	props: { notice, locale },
}) => {
	const entries = await feedOf(notice, locale);
	return Response.json({
		version: 'https://jsonfeed.org/version/1.1',
		title: notice.title[locale] ?? notice.slug,
		home_page_url: absolute(historyAddress(notice, locale)),
		feed_url: absolute(fileAddress(notice, 'feed.json', locale)),
		language: locale,
		authors: [{ name: organisation.name }],
		items: entries.map((entry) => ({
			id: entry.id,
			url: entry.url,
			title: entry.title,
			summary: entry.summary,
			content_text: [entry.summary, ...entry.changes].join('\n'),
			date_published: entry.at,
			tags: [entry.version.revision.class],
			_notice: {
				version: entry.version.id,
				event: entry.event,
				class: entry.version.revision.class,
				effectiveAt: entry.version.effectiveAt,
				sha256: entry.edition.sha256,
			},
		})),
	});
};
