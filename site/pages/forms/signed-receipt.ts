import type { APIRoute } from 'astro';
import { ask } from '../../api/ask.ts';
import { clientOf } from '../../api/from-page.ts';
import { signedReceipt } from '../../api/operations.ts';
import { first, valuesOf } from '../../forms/values.ts';
import { siteLocale, sitePath } from '../../spoken.ts';

export const prerender = false;

/** The receipt as a file; the code comes in a form, since it must stand in no address. */
export const POST: APIRoute = async ({ request, locals, redirect }) => {
	const values = await request.formData().then(valuesOf, () => ({}));
	const locale = siteLocale(first(values, 'locale'));
	const outcome = await ask(clientOf(locals), signedReceipt, { code: first(values, 'code') });
	if (outcome.kind !== 'answer') return new Response('Please try again in a minute.\n', { status: 503 });
	if (outcome.answer === null) return redirect(sitePath(locale, '/requests/status/'), 303);
	return new Response(outcome.answer, {
		headers: {
			'Content-Type': 'application/json; charset=utf-8',
			'Content-Disposition': 'attachment; filename="receipt.json"',
			'Cache-Control': 'no-store',
		},
	});
};

export const GET: APIRoute = ({ redirect }) => redirect('/requests/status/', 303);
