import { Client, type CombinedError, fetchExchange } from 'urql';
import type { RefusalAnswer } from '../api/answers.ts';
import type { Operation } from '../api/operations.ts';

/** What the API keeps from whoever asks: until they sign in again, or because their role may not see it. */
export type Withheld = 'stepUp' | 'forbidden';

/** What came of asking; an answer may lack what is withheld. */
export type Outcome<Answer> =
	| { kind: 'answer'; answer: Answer; withheld: Withheld | null }
	| { kind: 'refusal'; refusal: RefusalAnswer }
	| { kind: Withheld }
	| { kind: 'unreachable' };

/** The API of this very site, by POST only: the session counts nowhere else, and nothing personal stands in an address. */
export const client = new Client({
	url: '/graphql',
	exchanges: [fetchExchange],
	preferGetMethod: false,
	requestPolicy: 'network-only',
	fetchSubscriptions: true,
	fetchOptions: { headers: { 'x-graphql-yoga-csrf': 'desk' } },
});

const withheldBy = (error: CombinedError | undefined): Withheld | null => {
	const codes = error?.graphQLErrors.map((it) => it.extensions.code) ?? [];
	if (codes.includes('STEP_UP_NEEDED')) return 'stepUp';
	return codes.includes('FORBIDDEN') ? 'forbidden' : null;
};

const refused = (answer: unknown): answer is RefusalAnswer =>
	typeof answer === 'object' && answer !== null && 'code' in answer && 'path' in answer && 'message' in answer;

/** What the API answers to an operation. */
export const ask = async <Variables extends object, Answer>(
	operation: Operation<Variables, Answer>,
	variables: Variables,
): Promise<Outcome<Answer>> => {
	type Data = Record<string, Answer | RefusalAnswer>;
	const send = operation.text.trimStart().startsWith('mutation') ? client.mutation : client.query;
	const { error, data } = await send
		.call<Client, [string, Variables], ReturnType<typeof client.query<Data>>>(client, operation.text, variables)
		.toPromise();
	const withheld = withheldBy(error);
	const answer = data?.[operation.field];
	if (answer === undefined || (error && !withheld)) return { kind: withheld ?? 'unreachable' };
	// Null because the whole of it was withheld, not because there is none.
	if (answer === null && withheld) return { kind: withheld };
	return refused(answer) ? { kind: 'refusal', refusal: answer } : { kind: 'answer', answer, withheld };
};
