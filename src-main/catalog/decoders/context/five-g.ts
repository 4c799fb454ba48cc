import { int, text } from '@core/at/parameter'
import { family } from '../shared/family'
import { cid, mode, onOff } from '../shared/vocabulary'

const { question, setting } = family('3GPP TS 27.007', 'control')

const nssai = text('nssai', 'slices', 'スライス')

export default [
  setting('+C5GNSSAI', 'default slices (5G)', '既定のスライス（5G）', [nssai]),
  question('+C5GNSSAIRDP', 'slices of the network (5G)', 'ネットワークのスライス（5G）', [nssai], {
    set: [int('type', 'what', '項目')],
  }),
  setting('+C5GQOS', 'quality of service (5G)', 'QoS の要求（5G）', [
    cid,
    int('five_qi', '5QI', '5QI'),
  ]),
  question(
    '+C5GQOSRDP',
    'quality of service in use (5G)',
    '使用中の QoS（5G）',
    [cid, int('five_qi', '5QI', '5QI')],
    { set: [cid] },
  ),
  setting('+C5GUSMS', 'SMS over 5G', '5G での SMS', [onOff]),
  setting('+CMICO', 'mobile initiated connection only (5G)', '端末起点のみの接続（5G）', [mode]),
]
