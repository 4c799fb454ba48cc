/**
 * Whether a port that vanished is found again by itself. What is behind a socket, or simulated within this very command,
 * cannot be plugged in again.
 */
export const comesBack = (port: string): boolean => !/^(tcp|rfc2217|labgrid|sim):/i.test(port)
