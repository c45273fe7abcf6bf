/** Whether the browser says the signal to scripts; undefined in browsers that do not know it. */
const says = (): boolean => (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl === true; // Not in the types yet.

/**
 * Reports a signal that came in no header, and shows what came of it in the place of what the page said; marks an opt-in
 * that is confirmed while the browser sends one.
 */
export const reportSignal = async (page: Document): Promise<void> => {
	if (!says()) return;
	for (const it of page.querySelectorAll<HTMLInputElement>('input[name=signal]')) it.value = '1';
	for (const it of page.querySelectorAll<HTMLElement>('[data-despite]')) it.hidden = false;
	const locale = page.querySelector<HTMLElement>('[data-report]')?.dataset.report;
	if (!locale) return;
	const response = await fetch('/forms/signal/', { method: 'POST', body: new URLSearchParams({ locale }) });
	if (!response.ok) return;
	const answer = new DOMParser().parseFromString(await response.text(), 'text/html');
	const [old, fresh] = [page.querySelector('main'), answer.querySelector('main')];
	if (!old || !fresh) return;
	old.replaceChildren(...fresh.childNodes);
	old.querySelector('.signal')?.setAttribute('role', 'status');
};
