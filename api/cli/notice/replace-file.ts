import { rename, writeFile } from 'node:fs/promises';

/** Replaces a file whole: renaming is atomic, so whoever reads meanwhile sees the old text or the new one. */
export const replaceFile = async (file: string, text: string): Promise<void> => {
	const draft = `${file}.${process.pid}`;
	await writeFile(draft, text);
	await rename(draft, file);
};
