import { createServer } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { post } from '../../api/webhooks/post.ts';
import { isPublic, targetOf } from '../../api/webhooks/target.ts';
import { problemOf } from '../../schema/webhook.ts';

const loopback = [
	'https://127.0.0.1/',
	'https://127.1/',
	'https://127.0.1/',
	'https://2130706433/',
	'https://0x7f000001/',
	'https://0x7f.0.0.1/',
	'https://0177.0.0.1/',
	'https://017700000001/',
	'https://127.0.0.1./',
	'https://127.000.000.001/',
	'https://127.255.255.254/',
	'https://１２７.0.0.1/',
	'https://127。0。0。1/',
	'https://0/',
	'https://0.0.0.0/',
	'https://[::]/',
	'https://[::1]/',
	'https://[0:0:0:0:0:0:0:1]/',
	'https://[::127.0.0.1]/',
	'https://[::ffff:127.0.0.1]/',
	'https://[::ffff:7f00:1]/',
	'https://[::ffff:0:127.0.0.1]/',
	'https://[64:ff9b::127.0.0.1]/',
	'https://[64:ff9b:1::7f00:1]/',
	'https://[2002:7f00:1::]/',
	'https://[2001:0:7f00:1::]/',
	'https://localhost/',
	'https://localhost./',
	'https://LOCALHOST/',
	'https://ip6-localhost/',
];

const otherNetworks = [
	'https://10.0.0.1/',
	'https://10.255.255.255/',
	'https://172.16.0.1/',
	'https://172.31.255.255/',
	'https://192.168.0.1/',
	'https://192.168.255.255/',
	'https://169.254.169.254/latest/meta-data/',
	'https://100.64.0.1/',
	'https://192.0.0.1/',
	'https://192.0.2.1/',
	'https://198.18.0.1/',
	'https://198.51.100.1/',
	'https://203.0.113.1/',
	'https://224.0.0.1/',
	'https://240.0.0.1/',
	'https://255.255.255.255/',
	'https://[fe80::1]/',
	'https://[fc00::1]/',
	'https://[fd12:3456::1]/',
	'https://[fec0::1]/',
	'https://[ff02::1]/',
	'https://[2001:db8::1]/',
	'https://[::ffff:10.0.0.1]/',
	'https://[::ffff:169.254.169.254]/',
	'https://[64:ff9b::a00:1]/',
	'https://[2002:a00:1::]/',
	'https://[100::1]/',
];

const badlyWritten = [
	'http://hooks.example.com/',
	'ftp://hooks.example.com/',
	'file:///etc/passwd',
	'gopher://127.0.0.1/',
	'data:text/plain,x',
	'javascript:alert(1)',
	'https://user@hooks.example.com/',
	'https://user:password@hooks.example.com/',
	'https://hooks.example.com@127.0.0.1/',
	'https://hooks.example.com:8443/',
	'https://hooks.example.com:80/',
	'https://hooks.example.com/#part',
	'hooks.example.com',
	'//hooks.example.com',
	'https://',
	'',
];

let reached = 0;
const listener = createTcpServer((socket) => {
	reached += 1;
	socket.destroy();
});
beforeAll(() => new Promise<void>((done) => listener.listen(0, '127.0.0.1', done)));
afterAll(() => new Promise<void>((done) => listener.close(() => done())));

/** As a delivery goes about it, to the port on which the listener waits. */
const attempt = async (text: string, resolve?: (host: string) => Promise<string[]>) => {
	const target = await targetOf(text, 'public', resolve);
	const url = new URL(target.url);
	url.port = String((listener.address() as AddressInfo).port);
	return post({ ...target, url }, {}, '{}', 1_000);
};

describe('a webhook that goes to the public only', () => {
	it.each([...loopback, ...otherNetworks])('never goes to %s', async (text) => {
		await expect(attempt(text)).rejects.toThrow();
		expect(reached).toBe(0);
	});

	it.each(badlyWritten)('is refused the address %j', async (text) => {
		expect(problemOf(text, 'public')).toMatch(/^expected /);
		await expect(attempt(text)).rejects.toMatchObject({ name: 'TargetRefused' });
		expect(reached).toBe(0);
	});

	it('goes nowhere for a name of which one address is not public, or that has none', async () => {
		for (const addresses of [['93.184.215.14', '127.0.0.1'], ['::1'], ['fd00::1', '2606:4700::1111'], []]) {
			await expect(attempt('https://hooks.example.com/', async () => addresses)).rejects.toMatchObject({
				name: 'TargetRefused',
			});
		}
		expect(reached).toBe(0);
	});

	it('asks for a name once, and connects to what was answered then', async () => {
		const answers = [['93.184.215.14'], ['127.0.0.1']];
		let asked = 0;
		const target = await targetOf('https://rebinding.example.com/', 'public', async () => answers[asked++] ?? []);
		expect(target).toMatchObject({ host: 'rebinding.example.com', address: '93.184.215.14' });
		expect(asked).toBe(1);
	});

	it('goes to no address outside of the global unicast networks', () => {
		const v4 = fc.tuple(fc.constantFrom(0, 10, 127, 224, 239, 240, 255), fc.nat(255), fc.nat(255), fc.nat(255));
		fc.assert(fc.property(v4, (parts) => !isPublic(parts.join('.'))));
		const group = fc.nat(0xffff).map((it) => it.toString(16));
		const v6 = fc.tuple(
			fc.constantFrom('0', '64', 'fc00', 'fd00', 'fe80', 'ff02', '2002', '4000', '1fff'),
			fc.array(group, { minLength: 7, maxLength: 7 }),
		);
		fc.assert(fc.property(v6, ([first, rest]) => !isPublic([first, ...rest].join(':'))));
		expect(['93.184.215.14', '2606:4700::1111', 'nothing'].map(isPublic)).toEqual([true, true, false]);
	});
});

it("goes anywhere on a network of one's own, and follows no redirect there either", async () => {
	const server = createServer((_, response) => {
		response.writeHead(302, { location: `http://127.0.0.1:${(listener.address() as AddressInfo).port}/` }).end();
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
	expect(problemOf(url, 'any')).toBe(null);
	expect(await post(await targetOf(url, 'any'), {}, '{}')).toBe(302);
	expect(reached).toBe(0);
	await new Promise<void>((done) => server.close(() => done()));
});
