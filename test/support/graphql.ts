export interface Answer {
	status: number;
	body: { data?: Record<string, unknown> | null; errors?: { message: string; extensions?: Record<string, unknown> }[] };
}

/** Asks a server's API as any program would: one POST, JSON in, JSON out. */
export const ask = async (
	url: string,
	query: string,
	variables: Record<string, unknown> = {},
	headers: Record<string, string> = {},
): Promise<Answer> => {
	const response = await fetch(`${url}/graphql`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', ...headers },
		body: JSON.stringify({ query, variables }),
	});
	return { status: response.status, body: (await response.json()) as Answer['body'] };
};
