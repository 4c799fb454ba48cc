import { decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

const cpof = decoder({
  id: '+CPOF',
  title: say('power-off', '電源オフ'),
  does: say(
    'Turns the modem off cleanly; wait for STATUS to drop before cutting the supply.',
    'モデムを正常に電源オフします。STATUS が落ちるまで電源を切らないでください。',
  ),
  spec: 'A76XX manual p73',
  group: 'power',
  forms: ['action', 'test'],
})

const creset = decoder({
  id: '+CRESET',
  title: say('reset', 'リセット'),
  does: say(
    'Resets the modem; it boots again in 10 to 15 s.',
    'モデムをリセットします（再起動に 10〜15 秒）。',
  ),
  spec: 'A76XX manual p73',
  group: 'power',
  forms: ['action', 'test'],
})

const creboot = decoder({
  id: '+CREBOOT',
  title: say('reboot', '再起動'),
  does: say('Reboots the modem.', 'モデムを再起動します。'),
  spec: 'SIM7070 AT manual',
  group: 'power',
  forms: ['action', 'test'],
})

const qpowd = decoder({
  id: '+QPOWD',
  title: say('power-off', '電源オフ'),
  does: say('Turns the modem off.', 'モデムの電源をオフにします。'),
  spec: 'Quectel EC25 manual',
  group: 'quectel',
  forms: ['action', 'set', 'test'],
  parameters: [
    int('n', 'mode', 'モード', { 0: say('at once', '即時'), 1: say('clean', '正常終了') }),
  ],
})

const telitReboot = decoder({
  id: '#REBOOT',
  title: say('reboot', '再起動'),
  does: say('Reboots the modem.', 'モデムを再起動します。'),
  spec: 'Telit AT manual',
  group: 'telit',
  forms: ['action', 'test'],
})

const telitShdn = decoder({
  id: '#SHDN',
  title: say('power-off', '電源オフ'),
  does: say('Turns the modem off.', 'モデムの電源をオフにします。'),
  spec: 'Telit AT manual',
  group: 'telit',
  forms: ['action', 'test'],
})

export default [cpof, creset, creboot, qpowd, telitReboot, telitShdn]
