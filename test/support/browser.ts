import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const installed = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/chromium-browser'].find(existsSync);

const bundled = async () => {
	const { default: packaged } = await import('@sparticuz/chromium');
	return { executablePath: await packaged.executablePath(), args: packaged.args };
};

/** A real browser: an installed Chromium or Chrome, else the one that an npm package carries. */
export const launchBrowser = async (): Promise<Browser> => {
	const { executablePath, args } = installed ? { executablePath: installed, args: [] } : await bundled();
	return chromium.launch({
		executablePath,
		args: [
			...args,
			'--no-sandbox',
			'--disable-gpu',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
		],
	});
};
