import type { APIRoute } from 'astro';
import { choicesZone } from '../../../../schema/regimes/opt-in.ts';
import { dateIn } from '../../../../schema/time.ts';
import { localeOfFolder, sitePath } from '../../../spoken.ts';

export const prerender = false;

/** Leads to the figures of the last year that is over. */
export const GET: APIRoute = ({ locals, params }) => {
	const locale = localeOfFolder(params.folder);
	if (!locale) return new Response(null, { status: 404 });
	const year = Number(dateIn(locals.now, choicesZone).slice(0, 4)) - 1;
	return new Response(null, { status: 302, headers: { Location: sitePath(locale, `/figures/${year}/`) } });
};
