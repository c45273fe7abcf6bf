import { Client, fetchExchange } from 'urql';
import type { RefusalAnswer } from './answers.ts';
import type { Operation } from './operations.ts';

/** What came of asking: an answer, a refusal that the sender can mend, or no answer at all. */
export type Outcome<Answer> =
	| { kind: 'answer'; answer: Answer }
	| { kind: 'refusal'; refusal: RefusalAnswer }
	| { kind: 'unreachable' };

/** A client that only ever sends by POST: what people write must not stand in an address, nor in a log of addresses. */
export const clientFor = (url: string, headers: Record<string, string> = {}, send: typeof fetch = fetch): Client =>
	new Client({
		url,
		exchanges: [fetchExchange],
		preferGetMethod: false,
		requestPolicy: 'network-only',
		fetchOptions: { headers },
		fetch: send,
	});

const refused = (answer: unknown): answer is RefusalAnswer =>
	typeof answer === 'object' && answer !== null && 'code' in answer && 'path' in answer && 'message' in answer;

/** What the API answers to an operation. */
export const ask = async <Variables extends object, Answer>(
	client: Client,
	operation: Operation<Variables, Answer>,
	variables: Variables,
): Promise<Outcome<Answer>> => {
	type Data = Record<string, Answer | RefusalAnswer>;
	const send = operation.text.startsWith('query') ? client.query : client.mutation;
	const { error, data } = await send
		.call<Client, [string, Variables], ReturnType<typeof client.query<Data>>>(client, operation.text, variables)
		.toPromise();
	const answer = data?.[operation.field];
	if (error || answer === undefined) return { kind: 'unreachable' };
	return refused(answer) ? { kind: 'refusal', refusal: answer } : { kind: 'answer', answer };
};
