// Keeps: commitments.verification
import { expect, it } from 'vitest';
import { openDesk, proven } from '../support/desk.ts';

// 11 CCR § 7062(b)–(d), § 7061 and § 7060(f): points by level, a declaration for pieces, an account's owner signs in again.
it('asks three points and a declaration for pieces, two points for categories, and takes none that the person contests', async () => {
	await using desk = await openDesk();
	await desk.submit({
		rights: ['KNOW_SPECIFIC', 'KNOW_CATEGORIES', 'CORRECT'],
		correction: { what: 'My name', shouldBe: 'Ana Ruiz' },
	});
	await desk.confirm();
	const verify = (right: string, input: object) => desk.act(right, 'verifyRightsRequest', { ...input });

	expect(await verify('KNOW_CATEGORIES', { points: ['EMAIL'] })).toMatchObject({ code: 'TOO_FEW_POINTS' });
	expect(await verify('KNOW_CATEGORIES', { points: ['EMAIL', 'EMAIL'] })).toMatchObject({ code: 'TOO_FEW_POINTS' });
	expect(await verify('KNOW_CATEGORIES', { points: ['EMAIL', 'NAME'] })).toEqual({ status: 'IN_PROGRESS' });

	const three = ['EMAIL', 'NAME', 'TRANSACTION'];
	expect(await verify('KNOW_SPECIFIC', { points: ['EMAIL', 'NAME'], declaration: true })).toMatchObject({
		code: 'TOO_FEW_POINTS',
	});
	expect(await verify('KNOW_SPECIFIC', { points: three })).toMatchObject({
		code: 'DECLARATION_NEEDED',
		path: ['declaration'],
	});
	expect(await verify('KNOW_SPECIFIC', { points: three, declaration: true })).toEqual({ status: 'IN_PROGRESS' });
	expect(await verify('KNOW_SPECIFIC', proven)).toMatchObject({ code: 'ALREADY_VERIFIED' });

	const withName = { points: three, contested: ['NAME'], declaration: true };
	expect(await verify('CORRECT', withName)).toMatchObject({ code: 'CONTESTED_POINT' });
	expect(await verify('CORRECT', { reauthenticated: true, contested: ['NAME'] })).toEqual({ status: 'IN_PROGRESS' });
});

it('keeps which points matched, and never what they were', async () => {
	await using desk = await openDesk();
	await desk.submit({ rights: ['KNOW_CATEGORIES'], name: 'Ana Ruiz' });
	await desk.confirm();
	await desk.act('KNOW_CATEGORIES', 'verifyRightsRequest', { points: ['EMAIL', 'NAME'] });
	const [event] = await desk.server.store.read((tx) =>
		tx.selectFrom('event').select('data').where('type', '=', 'requestVerified').execute(),
	);
	expect(JSON.parse(event?.data ?? '')).toEqual({
		by: 'HANDLER',
		points: ['EMAIL', 'NAME'],
		declaration: false,
		reauthenticated: false,
		keyId: expect.any(String),
		staffId: null,
	});
});
