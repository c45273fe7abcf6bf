import { useEffect, useRef, useState } from 'preact/hooks';
import { useDesk } from '../frame.tsx';
import { type DeskRequest, type Happening, requestRevision } from './operations.ts';

const lookSeconds = 5;
/** Each look counts as a use of the session, so nobody looks for whoever has walked away. */
const awaySeconds = 600;
const uses = ['pointerdown', 'keydown', 'focus'] as const;

interface News {
	/** What others have done since it was last looked at. */
	news: readonly Happening[];
	/** It has been looked at as it is shown. */
	look: () => void;
	/** What is new with the next answer was done here. */
	did: () => void;
}

/** Asks for a request again as soon as somebody has changed it. */
export const useNews = (request: DeskRequest, again: () => void): News => {
	const { ask } = useDesk();
	const { id, revision, history } = request;
	const [known, setKnown] = useState(revision);
	const isOwn = useRef(false);
	useEffect(() => {
		if (isOwn.current) setKnown(revision);
		isOwn.current = false;
	}, [revision]);
	useEffect(() => {
		let usedAt = performance.now();
		const use = () => {
			usedAt = performance.now();
		};
		const check = async () => {
			if (document.hidden || performance.now() - usedAt > awaySeconds * 1000) return;
			const outcome = await ask(requestRevision, { id });
			if (outcome.kind === 'answer' && outcome.answer && outcome.answer.revision !== revision) again();
		};
		const timer = setInterval(() => void check(), lookSeconds * 1000);
		for (const event of uses) addEventListener(event, use);
		return () => {
			clearInterval(timer);
			for (const event of uses) removeEventListener(event, use);
		};
	}, [ask, id, revision, again]);
	return {
		// Each revision is one thing that happened.
		news: history.slice(known),
		look: () => setKnown(revision),
		did: () => {
			isOwn.current = true;
		},
	};
};
