import { Option, type Command } from 'commander'
import { parseBroker } from '@contract'
import type { LinkArguments } from '../online'
import { brokerPassword } from '../secrets'
import {
  familyOf,
  familyOptions,
  netCommand,
  numberOf,
  runTool,
  wholeOf,
  type FamilyArguments,
} from './run-tool'
import { tlsOptions, trusted, type TlsArguments } from './tls-options'

interface Options extends LinkArguments, TlsArguments, FamilyArguments {
  readonly insecure?: boolean
  readonly topic?: string
  readonly message?: string
  readonly qos: '0' | '1' | '2'
  readonly count: string
  readonly interval: string
  readonly timeout: string
  readonly clientId?: string
  readonly mqttUser?: string
  readonly mqttPasswordFile?: string
  readonly mqttVersion: '3.1.1' | '5'
}

const levels = { '0': 0, '1': 1, '2': 2 } as const

export function mqttCommand(): Command {
  return familyOptions(
    tlsOptions(
      netCommand(
        'mqtt',
        'Connect, visit an MQTT broker over the modem: messages there and back; exit 1 when one is lost',
      ).argument('<url>', 'mqtt://host[:1883] or mqtts://host[:8883]'),
    ),
  )
    .option('--insecure', 'go on with a certificate that is not trusted; what is wrong is said')
    .option('--topic <topic>', 'one of its own when left out')
    .option('--message <text>', 'publish this as it is, and wait only for the acknowledgement')
    .addOption(
      new Option('--qos <level>', 'quality of service').choices(['0', '1', '2']).default('1'),
    )
    .option('--count <number>', 'so many messages', '1')
    .option('--interval <seconds>', 'between two', '1')
    .option('--timeout <seconds>', 'for the broker’s answer', '20')
    .option('--client-id <name>', 'one of its own when left out')
    .option('--mqtt-user <name>', 'user of the broker')
    .option(
      '--mqtt-password-file <file>',
      'file with the password of the broker, or - for standard input',
    )
    .addOption(
      new Option('--mqtt-version <version>', 'MQTT version')
        .choices(['3.1.1', '5'])
        .default('3.1.1'),
    )
    .addHelpText(
      'after',
      '\nExamples: modem-bench mqtt sim:sim7672 mqtts://broker.example.com --apn soracom.io --count 5' +
        '\n          modem-bench mqtt /dev/ttyUSB2 mqtt://beam.soracom.io --apn soracom.io --topic t --message hello',
    )
    .action(async (path: string, url: string, options: Options) => {
      // Before a connection is paid for.
      parseBroker(url)
      const ca = await trusted(options)
      const { topic, message, clientId, serverName, insecure } = options
      const count = wholeOf('--count', options.count, 1, 100_000)
      const intervalMs = numberOf('--interval', options.interval, 0.01, 3_600) * 1000
      const timeoutMs = numberOf('--timeout', options.timeout, 1, 600) * 1000
      const password = await brokerPassword(options.mqttPasswordFile, options.lang)
      const user = options.mqttUser
      await runTool(path, options, ({ call, slot }) =>
        call('net.mqtt', {
          slot,
          url,
          topic,
          message,
          clientId,
          user,
          ...(password === '' ? {} : { password }),
          qos: levels[options.qos],
          version: options.mqttVersion === '5' ? 5 : 4,
          count,
          intervalMs,
          timeoutMs,
          family: familyOf(options),
          tls: { serverName, insecure, ca },
        }),
      )
    })
}
