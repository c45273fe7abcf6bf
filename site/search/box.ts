/** As much of Pagefind as is used here. */
interface Pagefind {
	options(options: { noWorker: boolean }): Promise<void>;
	search(words: string, options: { filters: Record<string, string> }): Promise<{ results: Result[] }>;
}

interface Result {
	data(): Promise<Page>;
}

interface Page {
	meta: { title: string; from: string };
	filters: { status: string[] };
	sub_results: { title: string; url: string; excerpt: string }[];
}

const most = 50;

/** Loaded when somebody first searches. It has no types, being written by the build. */
const load = async (): Promise<Pagefind> => {
	const address = '/pagefind/pagefind.js';
	const pagefind: Pagefind = await import(/* @vite-ignore */ address);
	// A worker would bring a second copy of the same program, and a policy of its own.
	await pagefind.options({ noWorker: true });
	return pagefind;
};

/** An excerpt's words and marks, whatever else it may hold. */
const wordsAndMarks = (excerpt: string): Node[] =>
	[...new DOMParser().parseFromString(excerpt, 'text/html').body.childNodes].map((node) => {
		const words = node.textContent ?? '';
		if (node.nodeName !== 'MARK') return new Text(words);
		const mark = document.createElement('mark');
		mark.textContent = words;
		return mark;
	});

const itemsOf = (page: Page, { hit, statusNames }: Place): Node[] =>
	page.sub_results.map((found) => {
		const item = hit.content.cloneNode(true) as DocumentFragment; // a template's content is one, and so is its copy
		const [link, title, status, from, excerpt] = item.querySelectorAll('a, span, p:last-child');
		link?.setAttribute('href', found.url);
		link?.append(found.title);
		title?.append(page.meta.title);
		status?.append(statusNames[page.filters.status[0] ?? ''] ?? '');
		from?.append(page.meta.from);
		excerpt?.append(...wordsAndMarks(found.excerpt));
		return item;
	});

/** Where the page shows what was found, and with what words. */
interface Place {
	count: HTMLElement;
	list: HTMLElement;
	hit: HTMLTemplateElement;
	statusNames: Record<string, string>;
}

const placeIn = (page: Document): Place | null => {
	const [count, list] = page.querySelectorAll<HTMLElement>('#_count, #_found');
	const hit = page.querySelector<HTMLTemplateElement>('#_hit');
	if (!count || !list || !hit) return null;
	return { count, list, hit, statusNames: JSON.parse(list.getAttribute('data-status') ?? '{}') };
};

const show = ({ count, list }: Place, items: Node[] | null) => {
	list.replaceChildren(...(items ?? []));
	const found = count.getAttribute('data-found') ?? '';
	count.textContent = items ? found.replace('{n}', String(items.length)) : '';
};

const asked = (form: HTMLFormElement) => {
	const fields = new URLSearchParams([...new FormData(form)].map(([name, it]) => [name, String(it).trim()]));
	return { fields, words: fields.get('q') ?? '', filters: fields.has('all') ? {} : { status: 'IN_FORCE' } };
};

/** Says again what was asked before one followed a result and came back. */
const restore = (form: HTMLFormElement): boolean => {
	const kept = new URLSearchParams(location.hash.slice(1));
	const [words, all] = form.querySelectorAll('input');
	if (!kept.has('q') || !words || !all) return false;
	words.value = kept.get('q') ?? '';
	all.checked = kept.has('all');
	return true;
};

/** Searches while one types, without sending the words to anybody; where that fails, the form is sent as without script. */
export const searchHere = (page: Document): void => {
	const form = page.querySelector<HTMLFormElement>('#_search');
	const place = placeIn(page);
	if (!form || !place) return;
	let pagefind: Promise<Pagefind> | null = null;
	let latest = 0;
	let wait: ReturnType<typeof setTimeout>;

	const search = async () => {
		const turn = ++latest;
		const { fields, words, filters } = asked(form);
		// What stands after the hash is there when one comes back, and is sent to nobody.
		history.replaceState(null, '', words ? `#${fields}` : location.pathname);
		if (!words) return show(place, null);
		pagefind ??= load();
		const { results } = await (await pagefind).search(words, { filters });
		const pages = await Promise.all(results.slice(0, most).map((it) => it.data()));
		if (turn === latest) show(place, pages.flatMap((it) => itemsOf(it, place)).slice(0, most));
	};
	const begin = (after: number) => {
		clearTimeout(wait);
		wait = setTimeout(() => search().catch(() => form.submit()), after);
	};

	form.addEventListener('input', () => begin(200));
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		begin(0);
	});
	if (restore(form)) begin(0);
};
