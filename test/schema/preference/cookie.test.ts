import { expect, it } from 'vitest';
import { browserCookie, browserIn, setBrowser } from '../../../schema/preference/cookie.ts';

const value = 'AAAAAAAAAAAAAAAAAAAAAA';

it('is bound to one host over https, and is read by no script', () => {
	const cookie = browserCookie('https://privacy.example');
	expect(setBrowser(value, cookie)).toBe(
		`__Host-choices=${value}; Path=/; Max-Age=34560000; HttpOnly; SameSite=Lax; Secure`,
	);
	expect(browserIn(`a=b; __Host-choices=${value}; c=d`, cookie)).toBe(value);
	expect(browserIn(`choices=${value}`, cookie)).toBeNull();
});

it('has a plain name on a machine of one’s own', () => {
	const cookie = browserCookie('http://localhost:4321');
	expect(setBrowser(value, cookie)).not.toMatch(/Secure|__Host-/);
	expect(browserIn(`choices=${value}`, cookie)).toBe(value);
});

it.each(['', 'short', `${value}A`, 'AAAAAAAAAAAAAAAAAAAA A', null])('is none where its value is %j', (text) => {
	expect(browserIn(text === null ? null : `choices=${text}`, browserCookie('http://localhost'))).toBeNull();
});
