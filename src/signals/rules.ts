// The run rules of process control, each a pure function over the points of one stretch of a
// chart. Directions are numbers because they multiply: 1 is up or above, -1 is down or below, 0 is
// neither. A missing value is NaN and breaks whatever runs through it.

const sideOf = (value: number, centre: number): number =>
  value > centre ? 1 : value < centre ? -1 : 0

/** On which side of its centre each point lies; on the centre, or missing, is 0. */
export function sidesOf(values: ArrayLike<number>, centre: ArrayLike<number>): Int8Array {
  const sides = new Int8Array(values.length)
  for (let i = 0; i < sides.length; i++) {
    sides[i] = sideOf(values[i] ?? Number.NaN, centre[i] ?? Number.NaN)
  }
  return sides
}

/** On which side of one level each point lies. */
export function sidesOfLevel(values: ArrayLike<number>, level: number): Int8Array {
  const sides = new Int8Array(values.length)
  for (let i = 0; i < sides.length; i++) sides[i] = sideOf(values[i] ?? Number.NaN, level)
  return sides
}

/** The direction in which each point lies strictly outside two lines; a limit of NaN holds all. */
export function beyond(
  values: ArrayLike<number>,
  lower: ArrayLike<number>,
  upper: ArrayLike<number>,
): Int8Array {
  const found = new Int8Array(values.length)
  for (let i = 0; i < found.length; i++) {
    const value = values[i] ?? Number.NaN
    found[i] = value > (upper[i] ?? Number.NaN) ? 1 : value < (lower[i] ?? Number.NaN) ? -1 : 0
  }
  return found
}

/** Every point of a run of `length` or more strictly on one side; a point on the centre breaks it. */
export function runsOnOneSide(sides: ArrayLike<number>, length: number): Int8Array {
  const found = new Int8Array(sides.length)
  let start = 0
  for (let i = 1; i <= sides.length; i++) {
    const side = sides[start] ?? 0
    if (i < sides.length && sides[i] === side) continue
    if (side !== 0 && i - start >= length) found.fill(side, start, i)
    start = i
  }
  return found
}

/**
 * Every point of `length` or more points that rise or fall strictly. A turning point belongs to
 * both movements and takes the later one's direction.
 */
export function trends(values: ArrayLike<number>, length: number): Int8Array {
  const found = new Int8Array(values.length)
  let start = 0
  let direction = 0
  for (let i = 1; i <= values.length; i++) {
    const step = sideOf(values[i] ?? Number.NaN, values[i - 1] ?? Number.NaN)
    if (step === direction && direction !== 0) continue
    if (direction !== 0 && i - start >= length) found.fill(direction, start, i)
    direction = step
    start = i - 1
  }
  return found
}

/**
 * Every point of a window of three in which two or more are marked in one direction. With `sides`,
 * all three must lie on that side of the centre too. Later windows do not undo earlier ones.
 */
export function twoInThreeWindows(
  marked: ArrayLike<number>,
  sides: ArrayLike<number> | null,
): Int8Array {
  const found = new Int8Array(marked.length)
  for (let i = 2; i < found.length; i++) {
    const [a, b, c] = [marked[i - 2] ?? 0, marked[i - 1] ?? 0, marked[i] ?? 0]
    // Two of three in one direction: the two that are alike say which.
    const direction = a !== 0 && (a === b || a === c) ? a : b === c ? b : 0
    if (direction === 0) continue
    if (sides && (sides[i - 2] !== direction || sides[i - 1] !== direction)) continue
    if (sides && sides[i] !== direction) continue
    found[i - 2] = direction
    found[i - 1] = direction
    found[i] = direction
  }
  return found
}

/** The marked points of the windows that `twoInThreeWindows` finds. */
export function twoInThree(marked: ArrayLike<number>, sides: ArrayLike<number> | null): Int8Array {
  const found = twoInThreeWindows(marked, sides)
  for (let i = 0; i < found.length; i++) if (marked[i] !== found[i]) found[i] = 0
  return found
}
