import { apiUrl } from 'virtual:notices';
import type { Client } from 'urql';
import { clientFor } from './ask.ts';

const endpoint = (origin: string) => `${origin.replace(/\/(graphql)?$/, '')}/graphql`;

/** The client of a page that is rendered for one request; cookies that the API gives go on to whoever asked for the page. */
export const clientOf = ({ apiUrl: origin, apiHeaders, apiCookies }: App.Locals): Client =>
	clientFor(endpoint(origin), apiHeaders, async (...request) => {
		const response = await fetch(...request);
		apiCookies.push(...response.headers.getSetCookie());
		return response;
	});

/** Where a form in the browser sends to: the API that the pages ask, which is that of the same origin unless another is named. */
export const browserEndpoint = endpoint(apiUrl);
