import type { RefusalAnswer } from './answers.ts';
import type { Outcome } from './ask.ts';

/** Hands a form with files on to the API as it comes in, so that no page holds files; also the words that were not taken. */
export const sendFiles = async (
	{ apiUrl, apiHeaders }: Pick<App.Locals, 'apiUrl' | 'apiHeaders'>,
	request: Request,
	{ token, locale }: { token: string; locale: string },
): Promise<{ outcome: Outcome<{ sent: true }>; text: string }> => {
	const unreachable = { outcome: { kind: 'unreachable' } as const, text: '' };
	try {
		const answer = await fetch(`${apiUrl.replace(/\/(graphql)?$/, '')}/files/${token}`, {
			method: 'POST',
			headers: {
				...apiHeaders,
				'content-type': request.headers.get('content-type') ?? '',
				'accept-language': locale,
			},
			body: request.body,
			duplex: 'half',
		} as RequestInit); // The library's types lack `duplex`, which a streamed body needs.
		const { sent, text = '', ...refusal } = (await answer.json()) as RefusalAnswer & { sent: boolean; text?: string };
		return { outcome: sent ? { kind: 'answer', answer: { sent } } : { kind: 'refusal', refusal }, text };
	} catch {
		return unreachable;
	}
};
