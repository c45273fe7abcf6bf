import { useEffect, useRef, useState } from 'preact/hooks';
import { useLive } from '../live.ts';
import type { DeskRequest, Happening } from './operations.ts';

interface News {
	/** What others have done since it was last looked at. */
	news: readonly Happening[];
	/** It has been looked at as it is shown. */
	look: () => void;
	/** What is new with the next answer was done here. */
	did: () => void;
}

/** Asks for a request again as soon as somebody has changed it. */
export const useNews = ({ id, revision, history }: DeskRequest, again: () => void): News => {
	const [known, setKnown] = useState(revision);
	const isOwn = useRef(false);
	useEffect(() => {
		if (isOwn.current) setKnown(revision);
		isOwn.current = false;
	}, [revision]);
	useLive((ids) => {
		if (ids.has(id)) again();
	});
	return {
		// Each revision is one thing that happened.
		news: history.slice(known),
		look: () => setKnown(revision),
		did: () => {
			isOwn.current = true;
		},
	};
};
