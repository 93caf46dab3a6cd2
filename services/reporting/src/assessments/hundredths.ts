/** Points in hundredths, so that 0.1 + 0.2 is exactly 0.3. They have at most two decimal places. */
export const hundredths = (points: number): number => Math.round(points * 100);

/** The sum of points, exact. */
export const sumOf = (points: readonly number[]): number => points.reduce((sum, each) => sum + hundredths(each), 0) / 100;
