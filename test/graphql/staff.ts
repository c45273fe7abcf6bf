import { addStaff } from '../../api/service/staff.ts';
import type { Role } from '../../schema/access/access.ts';
import { publicUrl } from '../support/places.ts';
import { type TestApi, tokenIn } from './api.ts';

/** What a browser on a page of ours sends along. */
export const ownPage = { origin: publicUrl, 'sec-fetch-site': 'same-origin' };

/** The cookies that an answer sets, as a browser would send them back. */
export const cookiesOf = (headers: Headers): string =>
	headers
		.getSetCookie()
		.map((line) => line.split(';')[0])
		.filter((pair) => !pair?.endsWith('='))
		.join('; ');

export const addPerson = async (api: TestApi, role: Role, email = `${role.toLowerCase()}@staff.example`) => {
	const id = await addStaff(api, { name: `The ${role.toLowerCase()}`, email, role });
	if (!id) throw new Error(`${email} is staff already`);
	return { id, email };
};

const ask =
	'mutation ($email: String!) { requestSignIn(input: { email: $email }) { __typename ... on Refusal { code } } }';
const follow = `mutation ($token: String!) { signIn(input: { token: $token }) { __typename
	... on Refusal { code } ... on SignedIn { viewer { name role scopes recentUntil } } } }`;

/** Asks for a link in a new browser; what binds the link to it, and what was answered. */
export const askForLink = async (api: TestApi, email: string, headers: Record<string, string> = ownPage) => {
	const answer = await api.ask(ask, { email }, { headers });
	return { answer, cookie: cookiesOf(answer.headers) };
};

/** The link of the letter that has just left. */
export const linkFor = async (api: TestApi) => tokenIn((await api.deliver())[0], 'auth/link');

export const followLink = (api: TestApi, token: string, cookie: string) =>
	api.ask(follow, { token }, { headers: { ...ownPage, cookie } });

/** Signs a person in by a mailed link and answers the headers that their browser sends from then on. */
export const signInAs = async (api: TestApi, email: string): Promise<Record<string, string>> => {
	const { cookie } = await askForLink(api, email);
	const { headers } = await followLink(api, await linkFor(api), cookie);
	return { ...ownPage, cookie: cookiesOf(headers) };
};
