import { int, text } from '@core/at/parameter'
import { family } from '../shared/family'
import { item, mode, state, value } from '../shared/vocabulary'

const lisa = family('u-blox SARA/LARA/LISA AT Commands Manual', 'u-blox')
const lwm2m = family('u-blox SARA-R5 AT Commands Manual (UBX-19047455), LwM2M', 'u-blox')
const r4 = family('u-blox SARA-R4 AT Commands Manual (UBX-17003787)', 'u-blox')

const resource = text('path', 'path', 'パス')
const index = int('index', 'index', '番号')

export default [
  lisa.setting('+ULWM2M', 'LwM2M', 'LwM2M の使用', [mode]),
  lisa.question('+ULWM2MSTAT', 'state of LwM2M', 'LwM2M の状態', [state]),
  lwm2m.action('+ULWM2MADD', 'adding an LwM2M object', 'LwM2M オブジェクトの追加', [value]),
  lwm2m.action(
    '+ULWM2MCREATE',
    'making an instance of an LwM2M object',
    'LwM2M インスタンスの作成',
    [resource],
  ),
  lwm2m.setting('+ULWM2MCONFIG', 'settings of LwM2M', 'LwM2M の設定', [item, value]),
  lwm2m.action(
    '+ULWM2MREG',
    'opening the registration at an LwM2M server',
    'LwM2M サーバーへの登録',
    [index],
  ),
  lwm2m.action('+ULWM2MDEREG', 'closing the registration at an LwM2M server', 'LwM2M の登録解除', [
    index,
  ]),
  lwm2m.question('+ULWM2MREAD', 'resource of LwM2M', 'LwM2M リソースの読み出し', [value], {
    set: [resource],
  }),
  lwm2m.action('+ULWM2MWRITE', 'writing a resource of LwM2M', 'LwM2M リソースの書き込み', [
    resource,
    value,
  ]),
  lwm2m.action('+ULWM2MNOTIFY', 'sending a value to the LwM2M server', 'LwM2M サーバーへの通知', [
    resource,
  ]),
  lwm2m.action('+ULWM2MPULSE', 'updating the registration at an LwM2M server', 'LwM2M 登録の更新', [
    index,
  ]),
  r4.question('+ULWM2MLIST', 'objects of LwM2M', 'LwM2M のオブジェクト', [value]),
  r4.action('+ULWM2MREMOVE', 'deleting a server of LwM2M', 'LwM2M サーバーの削除', [
    int('server', 'server', 'サーバー'),
  ]),
]
