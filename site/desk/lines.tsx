import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { useKeys } from './keys.tsx';

interface LinesProps {
	caption: string;
	columns: readonly string[];
	/** Cells of each line, in the order of the columns; what has no column is left out. */
	lines: readonly { key: string; cells: readonly ComponentChildren[] }[];
}

/** A table of one line per thing, a list on a phone; `j` and `k` go through the first link of each line. */
export const Lines = ({ caption, columns, lines }: LinesProps) => {
	const table = useRef<HTMLTableElement>(null);
	const move = (by: 1 | -1) => {
		const rows = [...(table.current?.tBodies[0]?.rows ?? [])];
		const here = rows.findIndex((row) => row.contains(document.activeElement));
		const next = rows[here === -1 ? 0 : here + by];
		next?.querySelector<HTMLElement>('a, button')?.focus();
	};
	useKeys({ j: () => move(1), k: () => move(-1) });
	return (
		<table class="lines" ref={table}>
			<caption class="vh">{caption}</caption>
			<thead>
				<tr>
					{columns.map((column) => (
						<th scope="col" key={column}>
							{column}
						</th>
					))}
				</tr>
			</thead>
			<tbody>
				{lines.map(({ key, cells }) => (
					<tr key={key}>
						{cells.slice(0, columns.length).map((cell, index) => (
							<td data-label={columns[index]} key={columns[index]}>
								<div>{cell}</div>
							</td>
						))}
					</tr>
				))}
			</tbody>
		</table>
	);
};
