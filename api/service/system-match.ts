import { type DataPoint, dataPoints } from '../../schema/request/vocabulary.ts';

/** As systems.yaml names it: `customerNumber` for CUSTOMER_NUMBER. */
const nameOf = (point: DataPoint): string =>
	point.toLowerCase().replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());

const pointsIn = (names: readonly string[]): DataPoint[] => dataPoints.filter((point) => names.includes(nameOf(point)));

/** What proves who somebody is: the points that agree on one and the same row, that with the most of them. Others are no proof. */
export const matchedPoints = (found: readonly { points: string[] }[]): DataPoint[] =>
	found
		.map(({ points }) => pointsIn(points))
		.reduce((most, points) => (points.length > most.length ? points : most), []);
