import { Stop, main, runPackage } from './lib/command.js'

/** The number behind an option; `--inputs 1000000`. */
function numberBehind(words, option, otherwise) {
  const at = words.indexOf(option)
  if (at < 0) return otherwise
  const number = Number(words[at + 1])
  if (!Number.isInteger(number) || number < 1)
    throw new Stop(`${option}: expected a whole number above 0.`)
  return number
}

/**
 * `npm run fuzz -- --inputs 1000000 [--seed 7] [--only journal]`: spoilt input for every reader of octets from outside. What
 * fails is made small and kept in test/fuzz/cases, where `npm test` tries it again from then on.
 */
await main(async () => {
  const words = process.argv.slice(2)
  const inputs = numberBehind(words, '--inputs', 100_000)
  const seed = numberBehind(words, '--seed', (Date.now() % 1_000_000) + 1)
  const only = words.indexOf('--only')
  console.log(`${inputs} inputs, --seed ${seed}`)
  const vitest = ['run', '--project', 'unit', 'test/fuzz/fuzz.test.ts', '--reporter', 'verbose']
  const named = only < 0 ? [] : ['-t', words[only + 1] ?? '']
  const { code } = await runPackage('vitest/vitest.mjs', [...vitest, ...named], {
    show: true,
    env: {
      MODEM_BENCH_FUZZ_INPUTS: String(inputs),
      MODEM_BENCH_FUZZ_SEED: String(seed),
      MODEM_BENCH_FUZZ_KEEP: 'yes',
    },
  })
  return code
})
