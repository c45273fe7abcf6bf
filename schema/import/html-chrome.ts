import type { DefaultTreeAdapterTypes } from 'parse5';
import { attribute, type Element, elementsIn, isText, type Node, silent } from './elements.ts';
import { wordsIn } from './piece.ts';

const textOf = (node: Node): string => {
	if (isText(node)) return node.value;
	return 'childNodes' in node && !silent.has(node.nodeName) ? node.childNodes.map(textOf).join(' ') : '';
};

const countWords = (element: Element) => wordsIn(textOf(element)).length;

/** The one element that a page marks as its content, if it holds most of the words; else null. */
export const frameOf = (document: DefaultTreeAdapterTypes.Document): Element | null => {
	const elements = elementsIn(document);
	const body = elements.find((it) => it.tagName === 'body');
	const only = (marks: (it: Element) => boolean) => {
		const found = elements.filter(marks);
		return found.length === 1 ? found[0] : undefined;
	};
	const frame =
		only((it) => it.tagName === 'main' || attribute(it, 'role') === 'main') ?? only((it) => it.tagName === 'article');
	return frame && body && countWords(frame) * 2 >= countWords(body) ? frame : null;
};

const controls = new Set(['nav', 'button', 'select', 'textarea', 'dialog', 'noscript']);
const roles = new Set(['navigation', 'search', 'dialog', 'alertdialog', 'banner', 'contentinfo', 'complementary']);
const edges = new Set(['header', 'footer', 'aside']);

/** Words around a control are a sentence of the notice that happens to have a button in it. */
const isInSentence = ({ parentNode }: Element) =>
	parentNode !== null &&
	['p', 'li', 'td'].includes(parentNode.nodeName) &&
	wordsIn(textOf(parentNode as Node)).length > 6;

/** Why an element is part of the page around a notice and none of its text, or undefined where it is text. */
export const chromeOf = (element: Element, hasFrame: boolean): string | undefined => {
	const { tagName } = element;
	const role = attribute(element, 'role') ?? '';
	if (controls.has(tagName) && !isInSentence(element)) return `page chrome: <${tagName}>`;
	if (roles.has(role)) return `page chrome: role=${role}`;
	const holdsTitle = elementsIn(element).some((it) => it.tagName === 'h1');
	return !hasFrame && edges.has(tagName) && !holdsTitle ? `page chrome: <${tagName}>` : undefined;
};
