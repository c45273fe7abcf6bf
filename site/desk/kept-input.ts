const prefix = 'nk-desk-input:';

/** What was entered in a form and not sent, in this tab only; null where there is nothing. */
export const keptInput = (form: string): string | null => sessionStorage.getItem(prefix + form);

export const keepInput = (form: string, entered: string): void => sessionStorage.setItem(prefix + form, entered);

export const dropInput = (form: string): void => sessionStorage.removeItem(prefix + form);

/** Forgets what was entered in this tab and not sent, in every form. */
export const forgetInput = (): void => {
	for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key);
};
