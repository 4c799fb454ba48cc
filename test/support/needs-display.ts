/** True where a window would have nowhere to go. Alone in its file, for the configuration of the tests reads it too. */
export const needsDisplay = (): boolean =>
  process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']
