import type { EmbedAnswer, EmbedChange, EmbedText } from './answer.ts';

// A style sheet made so stands beside the host page's policy, which a <style> element would break.
const sheet = new CSSStyleSheet();
sheet.replaceSync(`
:host { display: block; color-scheme: light dark; font: var(--notice-banner-font, 0.9rem/1.45 system-ui, sans-serif); }
section { border: 1px solid; border-inline-start-width: 4px; padding: 0.6rem 0.9rem;
	border-color: var(--notice-banner-accent, light-dark(#8a5a00, #f0c060));
	background: var(--notice-banner-background, light-dark(#fdf4e0, #33290f));
	color: var(--notice-banner-color, light-dark(#16201f, #eef2f1)); }
section + section { margin-block-start: 0.5rem; }
p { margin: 0; overflow-wrap: anywhere; }
a, button { color: inherit; display: inline-block; padding-block: 0.2rem; margin-inline-end: 1rem; min-height: 24px; }
button { font: inherit; background: none; border: 1px solid; border-radius: 3px; padding-inline: 0.6rem; cursor: pointer; }
:focus-visible { outline: 3px solid; outline-offset: 2px; }
@media print { :host { display: none; } }`);

const home = new URL(import.meta.url).origin;

const element = (name: string, properties: Record<string, unknown>, ...children: (Node | string)[]): HTMLElement => {
	const made = Object.assign(document.createElement(name), properties);
	made.append(...children);
	return made;
};

const languageOf = (host: Element, { controlling, languages }: EmbedAnswer): string => {
	const asked = host.closest('[lang]')?.getAttribute('lang') ?? '';
	return [asked, asked.split('-')[0] ?? ''].find((it) => Object.hasOwn(languages, it)) ?? controlling;
};

/** The versions whose banner was put away here; none where the browser keeps nothing. */
const dismissed = (key: string): string[] => {
	try {
		const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
		return Array.isArray(kept) ? kept : [];
	} catch {
		return [];
	}
};

const dismiss = (key: string, version: string): void => {
	try {
		localStorage.setItem(key, JSON.stringify([...dismissed(key), version]));
	} catch {
		// A browser that keeps nothing shows the banner again on the next page.
	}
};

/** `<notice-banner notice="california">`: the announced changes of a notice, on anybody's page; nothing where there are none. */
class NoticeBanner extends HTMLElement {
	async connectedCallback(): Promise<void> {
		const notice = this.getAttribute('notice') ?? '';
		const from = this.getAttribute('src') ?? home;
		const answer = await this.#ask(`${from}/embed/${encodeURIComponent(notice)}.json`);
		if (!answer || this.shadowRoot) return;
		const lang = languageOf(this, answer);
		const text = answer.languages[lang];
		const key = `notice-banner/${notice}`;
		const changes = text?.changes.filter((it) => !dismissed(key).includes(it.version)) ?? [];
		if (!text || changes.length === 0) return;
		const root = this.attachShadow({ mode: 'open' });
		root.adoptedStyleSheets = [sheet];
		root.append(...changes.map((it) => this.#section(it, text, lang, key)));
	}

	/** Null where the notice's host cannot be reached: the page goes on without it. */
	async #ask(address: string): Promise<EmbedAnswer | null> {
		const asked = fetch(address, { credentials: 'omit', referrerPolicy: 'no-referrer' });
		return asked.then((it) => (it.ok ? it.json() : null)).catch(() => null);
	}

	#section(change: EmbedChange, text: EmbedText, lang: string, key: string): HTMLElement {
		const close = element('button', { type: 'button' }, text.dismiss);
		const links = change.links.map(({ text: words, href }) => element('a', { href }, words));
		const summary = element('span', { lang: change.lang }, change.summary);
		const said = element('p', {}, element('strong', {}, `${change.said} `), summary);
		const section = element('section', { lang, ariaLabel: `${text.label}: ${change.said}` }, said, ...links, close);
		close.addEventListener('click', () => {
			dismiss(key, change.version);
			section.remove();
		});
		return section;
	}
}

if (!customElements.get('notice-banner')) customElements.define('notice-banner', NoticeBanner);
