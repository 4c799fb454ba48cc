/** True where a window would have nowhere to go. Alone in its file, for the configuration of the tests reads it too. */
export const needsDisplay = (): boolean =>
  process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']

/**
 * How the tests of the window run. On a desk they share the screen, its focus and its clipboard, and run one at a time: another
 * number of workers than the rest has, which Vitest takes in a turn of their own alone. Without one each has a display of its own.
 */
export const windowTurns = () =>
  needsDisplay() ? {} : ({ fileParallelism: false, sequence: { groupOrder: 1 } } as const)
