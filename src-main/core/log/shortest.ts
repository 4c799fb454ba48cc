/** A line as a summary shows it. */
export const shortest = (text: unknown) =>
  typeof text === 'string' ? text.trim().slice(0, 120) : ''
