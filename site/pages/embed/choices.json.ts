import type { APIRoute } from 'astro';
import { ask } from '../../api/ask.ts';
import { clientOf } from '../../api/from-page.ts';
import { optOutState } from '../../api/operations.ts';
import { embedHeaders } from '../../embed/headers.ts';

export const prerender = false;

// The answer is one person's, and may be another one at any moment.
const headers = { ...embedHeaders(0), 'Cache-Control': 'no-store' };

/** What holds for whoever asks: by the signal of the header, and on this very site by the cookie. */
export const GET: APIRoute = async ({ locals }) => {
	const outcome = await ask(clientOf(locals), optOutState, {});
	if (outcome.kind !== 'answer') return new Response(null, { status: 503, headers });
	const { optedOut, optedOutBy, recipients, limited, signal } = outcome.answer;
	return Response.json(
		{ optedOut, optedOutBy, recipients, limited, signal },
		{ headers: { ...headers, Vary: 'Sec-GPC, Cookie' } },
	);
};
