import type { APIRoute } from 'astro';
import { atomFeed } from '../../feed/atom.ts';
import { feedOf } from '../../feed/entries.ts';
import { places } from '../../notices.ts';

export const getStaticPaths = () =>
	places().map(({ place, notice, locale }) => ({ params: { place }, props: { notice, locale } }));

export const GET: APIRoute<ReturnType<typeof getStaticPaths>[number]['props']> = async ({
	props: { notice, locale },
}) =>
	new Response(atomFeed(notice, locale, await feedOf(notice, locale)), {
		headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' },
	});
