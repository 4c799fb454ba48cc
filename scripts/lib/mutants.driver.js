import { test } from 'vitest'

// Vitest wants a file with a test before it starts a worker; which tests are run there is up to the runner (mutants-runner.js).
test('the worker stands', () => {})
