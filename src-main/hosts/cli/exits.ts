/** 0 done, 1 the modem said no, 2 the call was wrong, 3 the port cannot be used, 130 stopped before it had its answer (128 + SIGINT, as shells say). */
export const exits = { done: 0, refused: 1, usage: 2, port: 3, stopped: 130 } as const
