/**
 * How long a test waits before it gives up on what must come. No test asserts a time: these are nets, wide enough for a
 * computer that is busy with ten other things.
 */
export const patienceMs = 120_000

/** For `locator.waitFor`, `expect.poll` and the like. */
export const patient = { timeout: patienceMs } as const
