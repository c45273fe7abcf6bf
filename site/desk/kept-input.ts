const prefix = 'nk-desk-input:';

/** Forgets what was entered in this tab and not sent, in every form. */
export const forgetInput = (): void => {
	for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key);
};
