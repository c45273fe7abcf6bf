import { publicUrl } from 'virtual:notices';
import type { APIRoute } from 'astro';
import { noticeAddress, versionAddress } from '../../../schema/notice/address.ts';
import { acceptedAt, mementoAt, timeLinks } from '../../../schema/provenance/memento.ts';
import { placeNamed } from '../../notices.ts';

export const prerender = false;

/** Leads to the state that a notice was in at the instant of `Accept-Datetime`; to the one in force where none is named. */
export const GET: APIRoute = ({ params, request, locals }) => {
	const found = placeNamed(params.place ?? '');
	if (!found) return new Response(null, { status: 404 });
	const { notice, locale } = found;
	const asked = request.headers.get('Accept-Datetime');
	const at = asked === null ? locals.now : acceptedAt(asked);
	if (!at) {
		return new Response('Accept-Datetime: expected an instant such as Tue, 01 Sep 2026 07:00:00 GMT\n', {
			status: 400,
		});
	}
	const version = mementoAt(notice, locale, at, locals.now);
	if (!version) return new Response(null, { status: 404 });
	const original = `<${publicUrl}${noticeAddress(notice, locale)}>; rel="original"`;
	const headers = {
		Location: versionAddress(notice, version, locale),
		Vary: 'accept-datetime',
		Link: [original, ...timeLinks({ notice, locale, publicUrl })].join(', '),
	};
	return new Response(null, { status: 302, headers });
};
