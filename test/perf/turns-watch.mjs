import { writeFileSync } from 'node:fs'
import { Session } from 'node:inspector'

const file = process.env['MODEM_BENCH_TURNS_FILE']
const session = new Session()
session.connect()
session.post('Profiler.enable')
session.post('Profiler.setSamplingInterval', { interval: 500 })
session.post('Profiler.start')
process.once('exit', () =>
  session.post('Profiler.stop', (error, result) => {
    if (error) throw error
    writeFileSync(file, JSON.stringify(result.profile))
  }),
)
