import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connectAsync, type MqttClient } from 'mqtt'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ConnectTarget } from '@core/connect/connect-state'
import { startProgram } from '../support/cli'
import { runCli } from '../support/command'
import { lacksHere, root } from '../support/needs'
import { type ServedBench, servedBench } from '../support/served-bench'
import { type Broker, freePort, mosquitto, type Peer, started } from '../support/tls-peers'

const target: ConnectTarget = {
  apn: 'soracom.io',
  user: 'sora',
  password: 'sora',
  auth: 'chap',
  pdpType: 'IP',
  cid: 1,
  direct: false,
  pingHost: 'pong.soracom.io',
  httpUrl: '',
}
const readToken = 'a-token-for-those-who-look-and-no-more'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'modem-bench-monitoring-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe.skipIf(lacksHere('prometheus', 'promtool'))('Prometheus', () => {
  let bench: ServedBench
  let tokenFile: string
  let server: Peer | undefined
  beforeAll(async () => {
    tokenFile = join(folder, 'read.token')
    writeFileSync(tokenFile, `${readToken}\n`, { mode: 0o600 })
    bench = await servedBench(join(folder, 'prometheus'), ['--read-token-file', tokenFile])
    expect(await bench.connect('a', 'sim:sim7672?speed=fast', target)).toBe('connected')
  })
  afterAll(async () => {
    await server?.remove()
    await bench.host.stop()
  })
  const ask = (accept: string, token = readToken) =>
    fetch(new URL('/metrics', bench.url), {
      headers: { accept, authorization: `Bearer ${token}` },
    })

  test('finds nothing to say about the format', async () => {
    const answer = await ask('text/plain')
    expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8')
    const said = await startProgram('promtool', ['check', 'metrics'], {
      input: await answer.text(),
    }).ended
    expect(said).toMatchObject({ code: 0, out: '', err: '' })
    const open = await ask('application/openmetrics-text; version=1.0.0')
    expect(open.headers.get('content-type')).toContain('application/openmetrics-text')
    expect((await open.text()).endsWith('# EOF\n')).toBe(true)
  })

  test('raises the alerts that are shipped when it should, and not before', async () => {
    const rules = join(root, 'resources/monitoring/modem-bench.rules.yml')
    const file = join(folder, 'rules-test.yml')
    const cases = readFileSync(join(import.meta.dirname, 'monitoring-rules.yml'), 'utf8')
    writeFileSync(file, cases.replace('RULES', rules))
    const said = await startProgram('promtool', ['test', 'rules', file], { input: '' }).ended
    expect(said.code, said.out + said.err).toBe(0)
  })

  test('is not alone to watch it: the command line shows several benches, and says why one is not reached', async () => {
    const nobody = `http://127.0.0.1:${await freePort()}/`
    const asked = ['benches', `http://${bench.url.host}/`, nobody, '--token-file', tokenFile]
    const said = await runCli(asked)
    expect(said).toMatchObject({ code: 1, err: '' })
    expect(said.out.replace(/ +/g, ' ')).toMatch(
      /^127\.0\.0\.1:\d+ reached\n A SIM7672 .* -\d+ dBm Connected\n127\.0\.0\.1:\d+ not reached\n .*nothing listens there\./,
    )
    const one = await runCli(['benches', `http://${bench.url.host}/`, '--json'], {
      env: { MODEM_BENCH_TOKEN: readToken },
    })
    expect(one.code).toBe(0)
    expect(JSON.parse(one.out)).toMatchObject({ state: 'reached', why: null })
    const japanese = await runCli([...asked.slice(0, 2), '--lang', 'ja'], {
      env: { MODEM_BENCH_TOKEN: 'guessed' },
    })
    expect(japanese.code).toBe(1)
    expect(japanese.out).toContain('トークンが拒否されました')
    const twice = await runCli([...asked, '--token-file', tokenFile, '--token-file', tokenFile])
    expect(twice).toMatchObject({ code: 2, out: '' })
    expect(twice.err).toContain('3 times for 2 benches')
  })

  test('is not let in without a token', async () => {
    const refused = await ask('text/plain', 'guessed')
    expect(refused.status).toBe(401)
    expect(await refused.text()).not.toContain('modem_bench_')
  })

  test('scrapes a bench and answers what is asked of it, by the files that are shipped', async () => {
    const port = await freePort()
    const shipped = join(root, 'resources/monitoring')
    const config = readFileSync(join(shipped, 'prometheus.yml'), 'utf8')
      .replace('127.0.0.1:8470', bench.url.host)
      .replace('15s', '1s')
      .replace('read.token', tokenFile)
      .replace('modem-bench.rules.yml', join(shipped, 'modem-bench.rules.yml'))
    const file = join(folder, 'prometheus.yml')
    writeFileSync(file, config)
    const data = join(folder, 'prometheus-data')
    const listen = `--web.listen-address=127.0.0.1:${port}`
    server = await started(
      'prometheus',
      [`--config.file=${file}`, `--storage.tsdb.path=${data}`, listen],
      port,
    )
    const value = async (query: string) => {
      const url = `http://127.0.0.1:${port}/api/v1/query?query=${encodeURIComponent(query)}`
      const { data: found } = (await (await fetch(url)).json()) as {
        data?: { result: { metric: Record<string, string>; value: [number, string] }[] }
      }
      return found?.result ?? []
    }
    await expect
      .poll(async () => (await value('modem_bench_connected{slot="a"}'))[0]?.value[1])
      .toBe('1')
    expect((await value('modem_bench_mode{slot="a"} == 1'))[0]?.metric).toMatchObject({
      mode: 'data',
      job: 'modem-bench',
    })
    expect(Number((await value('modem_bench_rsrp_dbm'))[0]?.value[1])).toBeLessThan(-40)
    expect((await value('modem_bench_verdicts_total'))[0]?.metric).toMatchObject({
      result: 'connected',
    })
  })
})

describe.skipIf(lacksHere('mosquitto'))('a broker', () => {
  test('keeps for Home Assistant what each slot is, with the topic of its state', async () => {
    const broker: Broker = await mosquitto(['allow_anonymous true'])
    const url = `mqtt://127.0.0.1:${broker.port}`
    const options = ['--mqtt', url, '--mqtt-topic', 'lab/two', '--mqtt-home-assistant']
    const bench = await servedBench(join(folder, 'home'), options)
    await bench.host.complained(/publishing to mqtt/)
    expect(await bench.connect('a', 'sim:sim7672?speed=fast', target)).toBe('connected')
    // Home Assistant starts later than the bench: all it learns is retained.
    const home: MqttClient = await connectAsync(url)
    const kept = new Map<string, { [key: string]: unknown }>()
    let state: { [key: string]: unknown } = {}
    home.on('message', (topic, payload, { retain }) => {
      const value = JSON.parse(payload.toString()) as { [key: string]: unknown }
      if (topic === 'lab/two/a/state') state = value
      else if (retain) kept.set(topic, value)
    })
    await home.subscribeAsync('homeassistant/#', { qos: 1 })
    await home.subscribeAsync('lab/two/a/state', { qos: 1 })
    const rsrp = 'homeassistant/sensor/modem-bench-lab-2f-two-a/rsrpDbm/config'
    await expect
      .poll(() => kept.get(rsrp))
      .toMatchObject({
        state_topic: 'lab/two/a/state',
        availability_topic: 'lab/two/status',
        device_class: 'signal_strength',
        unit_of_measurement: 'dBm',
        value_template: '{{ value_json.measured.rsrpDbm | default(none) }}',
        device: { identifiers: ['modem-bench-lab-2f-two-a'], model: 'SIM7672JP-MNGV' },
        origin: { name: 'Modem Bench' },
      })
    await expect.poll(() => state).toMatchObject({ measured: { rsrpDbm: expect.any(Number) } })
    expect([...kept].filter(([topic]) => topic.includes('-b/'))).toHaveLength(kept.size / 2)
    const ids = [...kept.values()].map((one) => one['unique_id'])
    expect(new Set(ids).size).toBe(kept.size)
    expect(JSON.stringify([...kept])).not.toMatch(/\d{15}/)
    await home.endAsync(true)
    await bench.host.stop()
    await broker.remove()
  })

  test('gets each verdict, also of the time when it was away and the bench was killed', async () => {
    const keeps = ['persistence true', `persistence_location ${folder}/`]
    const often = ['autosave_interval 1', 'autosave_on_changes true']
    const broker: Broker = await mosquitto(['allow_anonymous true', ...keeps, ...often])
    const url = `mqtt://127.0.0.1:${broker.port}`
    const got: { topic: string; text: string; retained: boolean }[] = []
    // A session of its own that the broker keeps: what comes while it is away is not lost on its side.
    const reader: MqttClient = await connectAsync(url, {
      ...{ clientId: 'reader', clean: false, reconnectPeriod: 200 },
    })
    reader.on('error', () => undefined)
    reader.on('message', (topic, payload, { retain }) => {
      got.push({ topic, text: payload.toString(), retained: retain })
    })
    await reader.subscribeAsync('lab/one/#', { qos: 1 })
    const verdicts = () =>
      got.filter(({ topic }) => topic === 'lab/one/a/verdict').map(({ text }) => JSON.parse(text))
    const data = join(folder, 'broker')
    const options = ['--mqtt', url, '--mqtt-topic', 'lab/one']
    let bench = await servedBench(data, options)
    await bench.host.complained(/publishing to mqtt/)
    expect(await bench.connect('a', 'sim:sim7672?speed=fast', target)).toBe('connected')
    await expect.poll(() => verdicts().length).toBe(1)
    expect(verdicts()[0]).toMatchObject({ result: 'connected' })
    expect(JSON.stringify(got)).not.toMatch(/\d{15}/)

    // An alert by the commands of the guide: it is listed, printed, published, and over.
    const rules = join(folder, 'alerts.yaml')
    writeFileSync(rules, 'alerts: [{ name: gone, when: { state: port-gone } }]')
    const there = { env: { MODEM_BENCH_TOKEN: bench.url.searchParams.get('token') ?? '' } }
    const host = ['--host', `http://${bench.url.host}/`]
    expect((await runCli(['alerts', 'add', rules, ...host], there)).code).toBe(0)
    const alerts = () =>
      got.filter(({ topic }) => topic === 'lab/one/b/alert').map(({ text }) => JSON.parse(text))
    const unplug = (value: 'on' | 'off') =>
      bench.client.call('simulator.control', { name: 'sim:sim5320', fault: 'unplug', value })
    await bench.client.call('port.open', { slot: 'b', path: 'sim:sim5320' })
    await unplug('on')
    await bench.host.complained(/Alert "gone": /)
    await expect.poll(() => alerts().map(({ kind }) => kind)).toEqual(['raised'])
    expect((await runCli(['alerts', ...host], there)).out).toMatch(/^! gone {2}A\+B {2}/)
    await unplug('off')
    await bench.host.complained(/Alert "gone" is over/)
    await expect.poll(() => alerts().at(-1)).toMatchObject({ name: 'gone', kind: 'cleared' })

    await broker.kill()
    await bench.host.complained(/Messages wait on the disk/)
    await bench.client.call('connect.disconnect', { slot: 'a' })
    expect(await bench.connect('a', 'sim:sim7672?speed=fast', { ...target, password: 'no' })).toBe(
      'failed',
    )
    const queue = join(data, 'mqtt-queue')
    await expect.poll(() => readFileSync(queue, 'utf8')).toContain('"result\\":\\"failed')
    await bench.host.stop('SIGKILL')

    await broker.restart()
    bench = await servedBench(data, options)
    await expect.poll(() => verdicts().map(({ result }) => result)).toContain('failed')
    await expect.poll(() => readFileSync(queue, 'utf8')).toBe('')
    // In their order; one that was under way at the kill may come twice.
    expect(new Set(verdicts().map(({ atMs }) => atMs)).size).toBe(2)
    const last = (topic: string) => got.filter((one) => one.topic === topic).at(-1)?.text
    await expect.poll(() => last('lab/one/status')).toBe('online')
    expect(JSON.parse(last('lab/one/a/state') ?? '{}')).toMatchObject({ portState: 'closed' })
    await bench.host.stop()
    await expect.poll(() => last('lab/one/status')).toBe('offline')
    await reader.endAsync(true)
    await broker.remove()
  })
})
