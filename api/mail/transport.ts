import { Transform } from 'node:stream';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { domainOf, isPlainAddress } from './address.ts';
import type { ReadyLetter } from './context.ts';
import { writeLetterFile } from './letter-file.ts';
import { createTurns } from './turns.ts';

/** A letter with what makes it the same one when it is sent again. */
export interface Outgoing extends ReadyLetter {
	/** Of its outbox row. */
	id: string;
	/** Of the row too; the file name of a letter that is kept as a file begins with it. */
	createdAt: string;
	kind: string;
}

export interface MailSettings {
	sender: { name: string; address: string };
	publicUrl: string;
	dkim: { domain: string; selector: string; privateKey: string } | undefined;
}

export interface Mail {
	readonly kind: 'smtp' | 'files';
	/**
	 * Hands a letter over and then settles that; throws where it was not handed over, or is not known to have been. Nothing
	 * else is handed over in between: whoever dies leaves one letter in doubt.
	 */
	send(letter: Outgoing, settle: () => Promise<void>): Promise<void>;
	close(): Promise<void>;
}

/** An address that no letter is sent to, whatever the server would say. */
export class AddressRefused extends Error {
	override name = 'AddressRefused';
}

/**
 * RFC 8058 asks for a signature over List-Unsubscribe-Post, which the library leaves out of its own list.
 * @NOTE Names of headers that a letter lacks are signed as absent, so nobody can add them later.
 */
const signedHeaders =
	'From:Sender:Reply-To:Subject:Date:Message-ID:To:Cc:MIME-Version:Content-Type:Content-Transfer-Encoding:Auto-Submitted:List-Id:List-Unsubscribe:List-Unsubscribe-Post';

const dkimOptions = ({ dkim }: MailSettings) =>
	dkim && {
		domainName: dkim.domain,
		keySelector: dkim.selector,
		privateKey: dkim.privateKey,
		headerFieldNames: signedHeaders,
	};

const listHeaders = ({ leaveUrl }: ReadyLetter, { publicUrl, sender }: MailSettings) => {
	if (leaveUrl === null) return {};
	return {
		'List-Id': `Notice changes <changes.${new URL(publicUrl).hostname}>`,
		'List-Unsubscribe': `<${leaveUrl}>`,
		'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
		'Feedback-ID': `changes:${domainOf(sender.address)}`,
	};
};

/** The message of a letter: the same Message-ID however often it is sent. */
const compose = (letter: Outgoing, settings: MailSettings): SendMailOptions => {
	if (!isPlainAddress(letter.to)) throw new AddressRefused('not one plain address');
	return {
		from: settings.sender,
		// As an object an address is never read as a list.
		to: { name: '', address: letter.to },
		subject: letter.subject,
		text: letter.text,
		messageId: `<${letter.id}@${domainOf(settings.sender.address)}>`,
		headers: {
			'Auto-Submitted': 'auto-generated',
			'Content-Language': letter.locale,
			'X-Noticekeeper-Delivery': letter.id,
			...listHeaders(letter, settings),
		},
		disableFileAccess: true,
		disableUrlAccess: true,
	};
};

interface Held extends SendMailOptions {
	beforeEnd: () => Promise<unknown>;
}

/** Lets a message through, and its end once `beforeEnd` resolves: no server takes a letter without its end. */
const holdEnd = (beforeEnd: Held['beforeEnd']) =>
	new Transform({
		transform: (chunk, _encoding, done) => done(null, chunk),
		flush: (done) => {
			beforeEnd().then(() => done(), done);
		},
	});

/** Over SMTP, a few connections at once. */
export const smtpMail = (url: string, settings: MailSettings): Mail => {
	const dkim = dkimOptions(settings);
	const transport = createTransport({
		url,
		pool: true,
		maxConnections: 4,
		connectionTimeout: 10_000,
		greetingTimeout: 10_000,
		socketTimeout: 30_000,
		...(dkim && { dkim }),
	});
	transport.use('stream', ({ data, message }, done) => {
		const { beforeEnd } = data as Held; // `send` below is all that gives it letters.
		message.transform(() => holdEnd(beforeEnd));
		done();
	});
	const takeTurn = createTurns();
	return {
		kind: 'smtp',
		async send(letter, settle) {
			let turn: ReturnType<typeof takeTurn> | undefined;
			// A letter that is begun again, over another connection, keeps the turn that it has.
			const beforeEnd = () => {
				turn ??= takeTurn();
				return turn;
			};
			const held: Held = { ...compose(letter, settings), beforeEnd };
			try {
				await transport.sendMail(held);
				await settle();
			} finally {
				void turn?.then((giveBack) => giveBack());
			}
		},
		close: async () => transport.close(),
	};
};

/** As one `.eml` file for each letter, for a machine without a mail server. */
export const fileMail = (folder: string, settings: MailSettings): Mail => {
	const dkim = dkimOptions(settings);
	const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows', ...(dkim && { dkim }) });
	return {
		kind: 'files',
		async send(letter, settle) {
			const { message } = await transport.sendMail(compose(letter, settings));
			if (!Buffer.isBuffer(message)) throw new TypeError('expected the whole message at once');
			const time = letter.createdAt.replace(/[:.]/g, '-');
			await writeLetterFile(folder, `${time}-${letter.kind}-${letter.id}.eml`, message);
			await settle();
		},
		close: async () => {},
	};
};
