import type { APIRoute } from 'astro';
import { atomFeed } from '../../feed/atom.ts';
import { feedOf } from '../../feed/entries.ts';
import { feedNames } from '../../feed/names.ts';
import { places } from '../../notices.ts';

export const getStaticPaths = () =>
	places().flatMap(({ place, notice, locale }) =>
		feedNames.map((feed) => ({ params: { place, feed }, props: { notice, locale, feed } })),
	);

export const GET: APIRoute<ReturnType<typeof getStaticPaths>[number]['props']> = async ({
	props: { notice, locale, feed },
}) =>
	new Response(atomFeed(notice, locale, feed, await feedOf(notice, locale, feed)), {
		headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' },
	});
