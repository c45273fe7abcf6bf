import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Got {
	headers: Record<string, string>;
	body: string;
}

/** A receiver on the loopback that answers what it is told to, else 204; 0 is no answer at all. */
export const startReceiver = async () => {
	const got: Got[] = [];
	const answers: number[] = [];
	const server = createServer(async (request, response) => {
		const parts: Buffer[] = [];
		for await (const part of request) parts.push(part);
		got.push({ headers: request.headers as Got['headers'], body: Buffer.concat(parts).toString() });
		const status = answers.shift() ?? 204;
		if (status === 0) return;
		response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end();
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook?a=b`;
	const close = () =>
		new Promise<void>((done) => {
			server.close(() => done());
			server.closeAllConnections();
		});
	return { got, answers, url, close };
};

export type Receiver = Awaited<ReturnType<typeof startReceiver>>;
