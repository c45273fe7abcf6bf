import { join } from 'node:path';
import { ConfigurationError } from '../config.ts';
import { parseSender } from './address.ts';
import { fileMail, type Mail, type MailSettings, smtpMail } from './transport.ts';

export interface MailConfig {
	dataDir: string;
	publicUrl: string;
	mail: {
		smtpUrl: string | undefined;
		from: string;
		filesAllowed: boolean;
		dkim: MailSettings['dkim'];
	};
}

/** Where letters go: to the SMTP server that is configured, else into files under the data folder, which it says. */
export const openMail = async (config: MailConfig, onLine: (line: string) => void = () => {}): Promise<Mail> => {
	const { smtpUrl, from, filesAllowed, dkim } = config.mail;
	const sender = parseSender(from);
	if (!sender) {
		throw new ConfigurationError('MAIL_FROM: expected an address, such as Privacy <privacy@example.com>.');
	}
	const settings = { sender, publicUrl: config.publicUrl, dkim };
	if (smtpUrl) return smtpMail(smtpUrl, settings);
	if (!filesAllowed) {
		throw new ConfigurationError(
			'SMTP_URL: not set, so no letter would leave. Set it, or MAIL_FILES=yes to keep letters as files.',
		);
	}
	const folder = join(config.dataDir, 'mail');
	onLine(`SMTP_URL is not set: letters are kept as files in ${folder}.`);
	return fileMail(folder, settings);
};
