/** Whether an address is reached from this computer alone. */
export const isLoopback = (host: string): boolean => /^(127\.|::1$|localhost$)/.test(host)
