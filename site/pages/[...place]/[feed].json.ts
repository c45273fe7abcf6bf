import { organisation } from 'virtual:notices';
import type { APIRoute } from 'astro';
import { historyAddress } from '../../../schema/notice/address.ts';
import { absolute, fileAddress } from '../../address.ts';
import { feedOf, feedTitle, linesOf } from '../../feed/entries.ts';
import { feedNames } from '../../feed/names.ts';
import { places } from '../../notices.ts';

export const getStaticPaths = () =>
	places().flatMap(({ place, notice, locale }) =>
		feedNames.map((feed) => ({ params: { place, feed }, props: { notice, locale, feed } })),
	);

/** JSON Feed 1.1, with what a program wants to know of a version under `_notice`. */
export const GET: APIRoute<ReturnType<typeof getStaticPaths>[number]['props']> = async ({
	props: { notice, locale, feed },
}) => {
	const entries = await feedOf(notice, locale, feed);
	return Response.json({
		version: 'https://jsonfeed.org/version/1.1',
		title: feedTitle(notice, locale, feed),
		home_page_url: absolute(historyAddress(notice, locale)),
		feed_url: absolute(fileAddress(notice, `${feed}.json`, locale)),
		language: locale,
		authors: [{ name: organisation.name }],
		items: entries.map((entry) => ({
			id: entry.id,
			url: entry.url,
			title: entry.title,
			summary: entry.summary,
			content_text: [entry.summary, ...linesOf(entry)].join('\n'),
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
