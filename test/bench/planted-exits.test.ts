import { afterEach, expect, test } from 'vitest'
import { knowledge } from '@catalog/decoders'
import { bytesOf } from '@core/bytes'
import { Redactor } from '@core/log/redact'
import { shownPort } from '@bench/shown-port'
import { dispatchForReader } from '@hosts/web/reader'
import { metricsText } from '@hosts/web/metrics'
import { publish } from '@hosts/web/publishing'
import { planted, type Planted } from '../core/log/redact/planted-secrets'
import { assistantAt } from '../support/assistant'
import { benchFixture } from '../support/bench-fixture'
import { problemReport } from '../../src-main/hosts/problem-report'

let end: (() => Promise<void>) | undefined
afterEach(async () => {
  await end?.()
  end = undefined
})

/** A bench whose slot A says what is planted, as from a port, and all that it posts and publishes meanwhile. */
async function said({ lines }: Planted) {
  const left: string[] = []
  const fixture = await benchFixture(
    1,
    {},
    {
      postJson: async (_url, body) => {
        left.push(body)
        return { status: 204 }
      },
    },
  )
  const { bench, clock } = fixture
  const redactor = new Redactor({ knowledge })
  const stop = publish(bench, {
    publisher: {
      keep: (topic, text) => void left.push(`${topic} ${text}`),
      show: (topic, text) => void left.push(`${topic} ${text}`),
    },
    prefix: 'bench',
    homeAssistant: 'homeassistant',
    masked: (text) => redactor.text(text),
  })
  end = async () => {
    stop()
    await fixture.end()
  }
  // A rule for each line, which tells nothing of it.
  const alerts = lines.map((line, at) => {
    const [first = '.', ...rest] = line.replace(/^> /, '')
    return {
      name: `line ${at}`,
      when: { pattern: `/^[${first}].{${rest.length}}/` },
      do: { webhook: 'https://example.com/hook' },
    }
  })
  await fixture.ask('alerts.add', { text: JSON.stringify({ alerts }) })
  const { recorder } = bench.slots.a
  await recorder.start()
  for (const line of lines) {
    const prompted = /^> (.*)/.exec(line)?.[1]
    if (prompted !== undefined) {
      recorder.bytes('rx', bytesOf('\r\n> '))
      recorder.bytes('tx', bytesOf(`${prompted}\x1a`))
    } else if (/^AT/.test(line)) recorder.bytes('tx', bytesOf(`${line}\r`))
    else recorder.bytes('rx', bytesOf(`\r\n${line}\r\n`))
    await clock.advance(20)
  }
  return { ...fixture, left }
}

const login = ['hemlig9x', 'anvand7x']

test('a login in the name of a port leaves neither by figures, a broker, the report of a problem nor to who may only look', async () => {
  const left: string[] = []
  const fixture = await benchFixture()
  const { bench, ask, clock } = fixture
  const redactor = new Redactor({ knowledge })
  const note = (topic: string, text: string) => void left.push(`${topic} ${text}`)
  const stop = publish(bench, {
    publisher: { keep: note, show: note },
    prefix: 'bench',
    homeAssistant: 'homeassistant',
    masked: (text) => redactor.text(text),
  })
  end = async () => {
    stop()
    await fixture.end()
  }
  const path = 'sim:sim7672#77?user=anvand7x&password=hemlig9x'
  await ask('port.open', { slot: 'a', path })
  await ask('settings.change', { lastPort: { a: path, b: path } })
  await clock.advance(5000)
  const reading = (name: string, input?: unknown) =>
    clock.until(dispatchForReader(bench.handlers, name, input))
  const assistant = await assistantAt(fixture, import.meta.dirname)
  const ways = {
    broker: left.join('\n'),
    figures: JSON.stringify(await ask('figures.read', undefined)),
    metrics:
      metricsText(bench.figures(), 'openmetrics') + metricsText(bench.figures(), 'prometheus'),
    'report of a problem': (
      await problemReport({ bench, language: 'en', versions: {}, said: [], journals: [] })
    )
      .map(({ text }) => text)
      .join('\n'),
    snapshot: JSON.stringify(await reading('app.snapshot')),
    'state for an assistant': await assistant.told('bench_state'),
    'state as a resource': await assistant.read('modem-bench://state'),
    'call of an assistant': await assistant.told('call', { name: 'app.snapshot' }),
    'error for an assistant': await assistant.told('explain_log', { file: path }),
  }
  await assistant.end()
  for (const [way, text] of Object.entries(ways)) {
    expect([way, text.includes('sim:sim7672')]).toEqual([way, true])
    expect([way, login.filter((one) => text.includes(one))]).toEqual([way, []])
  }
  // No series of figures ends when the program is started anew.
  expect(shownPort(path)).toBe(bench.figures().slots[0]?.port)
})

const leftOf = ({ secrets }: Planted, texts: readonly string[]) => {
  const all = texts.join('\n')
  return secrets.filter((secret) => all.includes(secret))
}

test.each(planted)(
  '$kind does not leave by an alert, its webhook, a broker, figures or the report of a problem',
  async (one) => {
    const { bench, ask, left, events } = await said(one)
    expect(left.some((text) => text.includes('"state":"raised"'))).toBe(true)
    const { raised, news } = await ask('alerts.list', undefined)
    expect(news.length).toBeGreaterThan(0)
    const alerts = events.filter(({ name }) => name === 'alert' || name === 'alerts')
    const ways = {
      'webhook and broker': left,
      'list of alerts': [JSON.stringify([raised, news, alerts])],
      figures: [metricsText(bench.figures(), 'prometheus')],
      'report of a problem': (
        await problemReport({ bench, language: 'en', versions: {}, said: [], journals: [] })
      ).map(({ text }) => text),
    }
    for (const [way, texts] of Object.entries(ways))
      expect([way, leftOf(one, texts)]).toEqual([way, []])
  },
)
