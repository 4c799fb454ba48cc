/** A path as an argument of the shell of this computer. */
export function quoted(path: string, platform: NodeJS.Platform = process.platform): string {
  if (platform === 'win32') return /\s/.test(path) ? `"${path}"` : path
  return /^[\w./+-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`
}
