import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';

const letters = async (dataDir: string) => {
	const folder = join(dataDir, 'mail');
	if (!existsSync(folder)) return [];
	const names = readdirSync(folder).filter((name) => name.endsWith('.eml'));
	return Promise.all(names.map((name) => simpleParser(readFileSync(join(folder, name)))));
};

/** The text of the letter to an address that holds some words; waits until it has arrived. */
export const waitForLetter = async (dataDir: string, to: string, holding: string): Promise<string> => {
	for (let tries = 0; tries < 150; tries += 1) {
		for (const letter of await letters(dataDir)) {
			const recipients = [letter.to ?? []].flat().flatMap((it) => it.value.map(({ address }) => address));
			if (recipients.includes(to) && letter.text?.includes(holding)) return letter.text;
		}
		await new Promise((done) => setTimeout(done, 100));
	}
	throw new Error(`no letter to ${to} with '${holding}' came`);
};

/** The link in a letter whose path begins so. */
export const linkIn = (letter: string, path: string): string => {
	const link = new RegExp(`https?://\\S+?${path}[\\w-]+/`).exec(letter)?.[0];
	if (!link) throw new Error(`the letter holds no link to ${path}`);
	return link;
};
