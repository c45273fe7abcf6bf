import { notices } from 'virtual:notices';
import type { APIRoute } from 'astro';
import { absolute } from '../../address.ts';
import { bannerTexts } from '../../banners.ts';
import type { EmbedAnswer } from '../../embed/answer.ts';
import { embedHeaders } from '../../embed/headers.ts';
import { controllingLocale, localesOf } from '../../notices.ts';
import { textOf } from '../../text/text-of.ts';

type Props = { notice: (typeof notices)[number] };

export const getStaticPaths = () => notices.map((notice) => ({ params: { notice: notice.slug }, props: { notice } }));

const changesIn = (notice: Props['notice'], locale: string) =>
	bannerTexts([notice], locale).map((it) => ({
		...it,
		links: it.links.map(({ text, href }) => ({ text, href: absolute(href) })),
	}));

/** What the banner of a notice says, for pages elsewhere; kept for five minutes, since a change may be announced at any time. */
export const GET: APIRoute<Props> = ({ props: { notice } }) => {
	const languages = localesOf(notice).map((locale) => {
		const { banner: label, dismiss } = textOf(locale);
		return [locale, { label, dismiss, changes: changesIn(notice, locale) }];
	});
	const answer: EmbedAnswer = { controlling: controllingLocale(notice), languages: Object.fromEntries(languages) };
	return Response.json(answer, { headers: embedHeaders(300) });
};
