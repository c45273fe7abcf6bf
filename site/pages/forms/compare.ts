import type { APIRoute } from 'astro';
import { compareAddress } from '../../address.ts';
import { comparisonAt } from '../../comparisons.ts';
import { first, valuesOf } from '../../forms/values.ts';
import { placeNamed } from '../../notices.ts';

export const prerender = false;

/** Two versions, chosen from lists: the older one goes first in the address, whichever was called so. */
export const POST: APIRoute = async ({ request, redirect }) => {
	const values = await request.formData().then(valuesOf, () => ({}));
	const place = first(values, 'place');
	const found = comparisonAt(place, `${first(values, 'from')}...${first(values, 'to')}`);
	if (!found) return redirect(placeNamed(place) ? `/${place}/history/` : '/', 303);
	const [from, to] = found.from.effectiveAt <= found.to.effectiveAt ? [found.from, found.to] : [found.to, found.from];
	return redirect(compareAddress(found.notice, from, to, found.locale), 303);
};

export const GET: APIRoute = ({ redirect }) => redirect('/', 303);
