import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useDesk } from './frame.tsx';
import { Shortcoming } from './states.tsx';
import { type DeedProps, useDeed } from './use-deed.ts';

interface DeedButtonProps<Answer> extends DeedProps<Answer> {
	id: string;
	label: string;
	/** What else the label names, for those who do not see the line it stands in. */
	of: string;
	/** What is asked first, where it cannot be undone. */
	sure?: string;
}

/** A button that does something to one thing; what cannot be undone is asked about first. */
export const DeedButton = <Answer,>({ id, label, of, sure, ...props }: DeedButtonProps<Answer>) => {
	const { viewer } = useDesk();
	const [asking, setAsking] = useState(false);
	const place = useRef<HTMLSpanElement>(null);
	const wasAsking = useRef(false);
	const onDone: typeof props.onDone = (...came) => {
		setAsking(false);
		props.onDone(...came);
	};
	const { run, busy, undone, said } = useDeed({ deed: props.deed, onDone });
	useLayoutEffect(() => {
		if (asking !== wasAsking.current) place.current?.querySelector('button')?.focus();
		wasAsking.current = asking;
	}, [asking]);
	const send = () => run({ id });
	const names = (
		<>
			{label}
			<span class="vh"> {of}</span>
		</>
	);
	return (
		<span class="one-deed" ref={place}>
			{asking ? (
				<>
					<span>{sure}</span>
					<button type="button" class="small" aria-disabled={busy ? 'true' : undefined} onClick={send}>
						{names}
					</button>
					<button type="button" class="second small" onClick={() => setAsking(false)}>
						No
					</button>
				</>
			) : (
				<button
					type="button"
					class="second small"
					aria-disabled={busy ? 'true' : undefined}
					onClick={() => (sure ? setAsking(true) : void send())}
				>
					{names}
				</button>
			)}
			{undone && <Shortcoming outcome={undone} again={send} what={props.what} needs={props.needs} role={viewer.role} />}
			<span class="vh" role="status">
				{said}
			</span>
		</span>
	);
};
