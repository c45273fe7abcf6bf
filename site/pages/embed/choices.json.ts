import type { APIRoute } from 'astro';
import { ask } from '../../api/ask.ts';
import { clientOf } from '../../api/from-page.ts';
import { optOutState } from '../../api/operations.ts';
import { embedHeaders } from '../../embed/headers.ts';

export const prerender = false;

/** What holds for whoever asks: by the signal of the header, and on this very site by the cookie. */
export const GET: APIRoute = async ({ locals }) => {
	const outcome = await ask(clientOf(locals), optOutState, {});
	if (outcome.kind !== 'answer') return new Response(null, { status: 503, headers: embedHeaders(0) });
	const { optedOut, optedOutBy, recipients, limited, signal } = outcome.answer;
	return Response.json(
		{ optedOut, optedOutBy, recipients, limited, signal },
		{ headers: { ...embedHeaders(0), Vary: 'Sec-GPC, Cookie' } },
	);
};
