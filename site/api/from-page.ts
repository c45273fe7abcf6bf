import { apiUrl } from 'virtual:notices';
import type { Client } from 'urql';
import { clientFor } from './ask.ts';

const endpoint = (origin: string) => `${origin.replace(/\/(graphql)?$/, '')}/graphql`;

/** The client of a page that is rendered for one request. */
export const clientOf = (locals: App.Locals): Client => clientFor(endpoint(locals.apiUrl), locals.apiHeaders);

/** Where a form in the browser sends to: the API that the pages ask, which is that of the same origin unless another is named. */
export const browserEndpoint = endpoint(apiUrl);
