import { main, runPackage } from './lib/command.js'

// The native compiler takes a tenth of the time; vue-tsc and ESLint still need the one written in JavaScript. All of it, or the
// parts that are named: `node scripts/typecheck.js window`.
const checks = [
  ['core', 'typescript-native/bin/tsc', 'src-main/core'],
  ['main', 'typescript-native/bin/tsc', 'src-main'],
  ['tests', 'typescript-native/bin/tsc', 'test'],
  ['window', 'vue-tsc/bin/vue-tsc.js', 'src-renderer/tsconfig.vue.json'],
]

async function check([name, compiler, folder]) {
  const { code, output } = await runPackage(compiler, [
    '--noEmit',
    '--pretty',
    'false',
    '-p',
    folder,
  ])
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} types of ${name} (${folder})`)
  if (output.trim() !== '') console.log(output.trimEnd())
  return code === 0
}

await main(async () => {
  const names = process.argv.slice(2)
  const asked = checks.filter(([name]) => names.length === 0 || names.includes(name))
  const results = await Promise.all(asked.map(check))
  return results.every(Boolean) ? 0 : 1
})
