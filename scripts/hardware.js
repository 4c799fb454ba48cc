import { existsSync } from 'node:fs'
import { ensureBuilt } from './lib/build.js'
import { Stop, main, runPackage } from './lib/command.js'
import { ensureNodeModules } from './lib/node-modules.js'

const { TEST_PORT: port, TEST_PORT_WRITE: write, TEST_APN: apn } = process.env

/** `TEST_PORT=/dev/ttyUSB2 npm run test:hardware`: tests with a real modem (docs/testing.md). */
await main(async () => {
  if (!port)
    throw new Stop(
      'Say which port the modem is on: TEST_PORT=/dev/ttyUSB2 npm run test:hardware\n(modem-bench ports lists them; docs/testing.md tells the rest.)',
    )
  if (port.startsWith('/') && !existsSync(port)) throw new Stop(`There is no port ${port}.`)
  if (write !== undefined && write !== 'yes')
    throw new Stop(`TEST_PORT_WRITE is yes or not set; found "${write}".`)
  if (write === 'yes' && !apn)
    throw new Stop(
      'To connect, the tests need the APN of the SIM: TEST_APN, TEST_USER, TEST_PASSWORD.',
    )
  console.log(
    write === 'yes'
      ? `${port}: the tests read, configure the context, connect (a few kB), and put every setting back.`
      : `${port}: the tests only read. TEST_PORT_WRITE=yes with TEST_APN lets them connect, too.`,
  )
  await ensureNodeModules()
  // A build that is given is used as it is.
  if (!process.env.MODEM_BENCH_CLI) await ensureBuilt()
  const vitest = ['run', '--project', 'hardware', ...process.argv.slice(2)]
  const { code } = await runPackage('vitest/vitest.mjs', vitest, { show: true })
  console.log(
    code === 0
      ? `${port} is as it was.`
      : `Look above: a test failed. ${write === 'yes' ? 'Settings were put back where the modem let us.' : 'Nothing was written.'}`,
  )
  return code
})
