import { useEffect, useRef, useState } from 'preact/hooks';

/** What each key does on every screen that has a use for it. */
const keyWords = [
	['j', 'next line'],
	['k', 'previous line'],
	['e', 'open it'],
	['/', 'search'],
	['?', 'this list'],
] as const;

type Key = (typeof keyWords)[number][0];

const setting = 'nk-desk-keys';
const isOn = () => localStorage.getItem(setting) !== 'off';

const isTyping = (target: EventTarget | null) =>
	target instanceof HTMLElement && target.matches('input:not([type=checkbox], [type=radio]), textarea, select');

/** Single keys that do something while nothing is being typed; they can be switched off, as WCAG 2.1.4 asks. */
export const useKeys = (actions: Partial<Record<Key, () => void>>): void => {
	const latest = useRef(actions);
	latest.current = actions;
	useEffect(() => {
		const press = (event: KeyboardEvent) => {
			if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || !isOn()) return;
			if (document.querySelector('dialog[open]')) return;
			const action = latest.current[event.key as Key]; // any other key has none
			if (!action) return;
			event.preventDefault();
			action();
		};
		addEventListener('keydown', press);
		return () => removeEventListener('keydown', press);
	}, []);
};

/** The list of keys, opened by `?` or by its button. */
export const Shortcuts = () => {
	const dialog = useRef<HTMLDialogElement>(null);
	const [on, setOn] = useState(isOn);
	const open = () => dialog.current?.showModal();
	useKeys({ '?': open });
	const change = () => {
		localStorage.setItem(setting, on ? 'off' : 'on');
		setOn(!on);
	};
	return (
		<>
			<p class="keys noprint">
				<button type="button" class="link" onClick={open}>
					Keys
				</button>
			</p>
			<dialog ref={dialog} aria-labelledby="keys-title">
				<h2 id="keys-title">Keys</h2>
				<dl>
					{keyWords.map(([key, does]) => (
						<div key={key}>
							<dt>
								<kbd>{key}</kbd>
							</dt>
							<dd>{does}</dd>
						</div>
					))}
				</dl>
				<div class="pick">
					<input type="checkbox" id="keys-on" checked={on} onChange={change} />
					<label for="keys-on">Single keys work on the desk in this browser</label>
				</div>
				<form method="dialog">
					<button type="submit">Close</button>
				</form>
			</dialog>
		</>
	);
};
