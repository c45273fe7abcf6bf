import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface Received {
	/** Of the envelope. */
	from: string;
	to: string[];
	raw: string;
	mail: ParsedMail;
}

export interface SmtpPeer {
	url: string;
	received: Received[];
	/** What it answers to the next letters in place of 250, one for each. */
	answers: { code: number; text: string }[];
	close(): Promise<void>;
}

const refusal = ({ code, text }: { code: number; text: string }) =>
	Object.assign(new Error(text), { responseCode: code });

const rawOf = async (stream: AsyncIterable<Buffer>) => {
	const parts: Buffer[] = [];
	for await (const part of stream) parts.push(part);
	return Buffer.concat(parts);
};

/** A real SMTP server on the loopback that keeps what it gets. */
export const startSmtp = async (): Promise<SmtpPeer> => {
	const received: Received[] = [];
	const answers: SmtpPeer['answers'] = [];
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS', 'AUTH'],
		// A sender that keeps its connection is not waited for.
		closeTimeout: 500,
		async onData(stream, session, callback) {
			// A sender that is killed in the midst of a letter has sent none.
			const raw = await rawOf(stream).catch(() => null);
			if (!raw) return;
			const answer = answers.shift();
			if (answer) return callback(refusal(answer));
			const { mailFrom, rcptTo } = session.envelope;
			received.push({
				from: mailFrom ? mailFrom.address : '',
				to: rcptTo.map(({ address }) => address),
				raw: raw.toString(),
				mail: await simpleParser(raw),
			});
			callback();
		},
	});
	server.on('error', () => {});
	server.listen(0, '127.0.0.1');
	await once(server.server, 'listening');
	const { port } = server.server.address() as AddressInfo;
	return {
		url: `smtp://127.0.0.1:${port}`,
		received,
		answers,
		close: () => new Promise((done) => server.close(() => done())),
	};
};
