import { GraphQLError } from 'graphql';
import { Repeater } from 'graphql-yoga';
import type { Scope } from '../../schema/access/access.ts';
import type { ApiContext } from '../context.ts';
import { networkOf } from '../service/limits.ts';
import type { NewsBell } from '../service/news-bell.ts';

/** How often somebody who hears nothing is asked again whether they still may. */
const askAgainMs = 60_000;

const tooMany = () =>
	new GraphQLError('Your network follows too many times at once; follow once and share it.', {
		extensions: { code: 'TOO_MANY_REQUESTS' },
	});

interface Following<Event> {
	bell: NewsBell;
	/** The events after the last known one. */
	next: () => Promise<Event[]>;
	/** What they need who follow; open to all where absent. */
	needs?: Scope;
}

const mayStill = async (context: ApiContext, needs: Scope | undefined) =>
	needs === undefined || (await context.scopesNow()).has(needs);

/** What comes, event by event, until the caller is gone, may no longer hear it, or the server stops. */
export const follow = <Event>(context: ApiContext, { bell, next, needs }: Following<Event>): Repeater<Event> =>
	new Repeater(async (push, stop) => {
		let [rung, wake] = [false, () => {}];
		const ring = () => {
			rung = true;
			wake();
		};
		const leave = bell.listen(networkOf(context.clientAddress), ring);
		if (!leave) throw tooMany();
		const reminder = needs && setInterval(ring, askAgainMs);
		let gone = false;
		void stop.then(() => {
			gone = true;
			clearInterval(reminder);
			leave();
			ring();
		});
		while (!gone && !bell.closed && (await mayStill(context, needs))) {
			rung = false;
			const events = await next();
			for (const event of events) {
				if (gone) break;
				Object.assign(context, context.present());
				await push(event);
			}
			if (events.length > 0 || rung) continue;
			await new Promise<void>((resolve) => {
				wake = resolve;
			});
		}
		stop();
	});
