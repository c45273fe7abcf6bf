/**
 * Whether a text is one plain address and nothing else: no list, no group, no display name, no quoting, no line break.
 * @NOTE A mail library reads `a@x.example, b@y.example` as two people; what is not plain is never handed to one.
 */
export const isPlainAddress = (text: string): boolean =>
	text.length <= 254 && /^[^\s"(),:;<>@[\\\]\p{C}]{1,64}@(?!-)[\p{L}\p{N}-]+(\.(?!-)[\p{L}\p{N}-]+)*$/u.test(text);

/** The part after the @. */
export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

/** The sender as MAIL_FROM states it, `Name <address>` or the address alone; null where it is neither. */
export const parseSender = (text: string): { name: string; address: string } | null => {
	const [, name = '', bracketed] = /^\s*(?:"?([^"<>\p{C}]*?)"?\s*)?<([^<>]+)>\s*$/u.exec(text) ?? [];
	const address = bracketed ?? text.trim();
	return isPlainAddress(address) ? { name: name.trim(), address } : null;
};
