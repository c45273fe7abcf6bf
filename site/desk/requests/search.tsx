import type { Ref } from 'preact';

interface SearchProps {
	field: Ref<HTMLInputElement>;
	find: (words: string) => void;
}

/** By receipt code or address; neither ever stands in an address of the web. */
export const Search = ({ field, find }: SearchProps) => {
	const send = (event: SubmitEvent) => {
		event.preventDefault();
		// The handler is set on a form and on nothing else.
		find(String(new FormData(event.currentTarget as HTMLFormElement).get('words')).trim());
	};
	return (
		<search>
			<form class="row noprint" onSubmit={send}>
				<label>
					Receipt code or e-mail address <input ref={field} name="words" autocomplete="off" spellcheck={false} />
				</label>
				<button type="submit" class="second">
					Find
				</button>
			</form>
		</search>
	);
};
