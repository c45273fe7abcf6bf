import { Webhook } from 'standardwebhooks';
import { expect, it } from 'vitest';
import { headersOf } from '../../api/webhooks/message.ts';
import { addSeconds, fromEpoch } from '../../schema/time.ts';

const secret = Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64');
const body = '{"test": 2432232314}';
const now = fromEpoch(Date.now());

const verified = (headers: Record<string, string>, text = body, key = secret) => {
	try {
		new Webhook(`whsec_${key.toString('base64')}`).verify(text, headers);
		return true;
	} catch {
		return false;
	}
};

it('signs the vector of Standard Webhooks as its libraries do', () => {
	expect(headersOf('msg_p5jXN8AQM9LWM0D4loKWxJek', body, secret, fromEpoch(1_614_265_330_000))).toMatchObject({
		'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
		'webhook-timestamp': '1614265330',
		'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
	});
});

it('is taken by the reference verifier, and by it no more once anything differs or more than five minutes lie between', () => {
	const headers = headersOf('msg_1', body, secret, now);
	expect(verified(headers)).toBe(true);
	expect(verified(headers, '{"test": 2432232315}')).toBe(false);
	expect(verified({ ...headers, 'webhook-id': 'msg_2' })).toBe(false);
	expect(verified(headers, body, Buffer.alloc(32, 7))).toBe(false);
	expect(verified(headersOf('msg_1', body, secret, addSeconds(now, -400)))).toBe(false);
	expect(verified(headersOf('msg_1', body, secret, addSeconds(now, 400)))).toBe(false);
});
