import { expect, it } from 'vitest';
import { setCookie, valueIn } from '../../../schema/cookie.ts';
import { browserCookie } from '../../../schema/preference/cookie.ts';

const value = 'AAAAAAAAAAAAAAAAAAAAAA';

it('is bound to one host over https, and is read by no script', () => {
	const cookie = browserCookie('https://privacy.example');
	expect(setCookie(value, cookie)).toBe(
		`__Host-choices=${value}; Path=/; Max-Age=34560000; HttpOnly; SameSite=Lax; Secure`,
	);
	expect(valueIn(`a=b; __Host-choices=${value}; c=d`, cookie)).toBe(value);
	expect(valueIn(`choices=${value}`, cookie)).toBeNull();
});

it('has a plain name on a machine of one’s own', () => {
	const cookie = browserCookie('http://localhost:4321');
	expect(setCookie(value, cookie)).not.toMatch(/Secure|__Host-/);
	expect(valueIn(`choices=${value}`, cookie)).toBe(value);
});

it.each(['', 'short', `${value}A`, 'AAAAAAAAAAAAAAAAAAAA A', null])('is none where its value is %j', (text) => {
	expect(valueIn(text === null ? null : `choices=${text}`, browserCookie('http://localhost'))).toBeNull();
});
