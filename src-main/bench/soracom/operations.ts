/**
 * The calls of SORACOM's API that are made here, as its published OpenAPI description has them
 * (https://github.com/soracom/soracom-cli, generators/assets/soracom-api.en.yaml), each with the way it is called by SORACOM's
 * own command (`x-soracom-cli` of the same description).
 */
export interface Operation {
  readonly method: 'GET' | 'POST' | 'DELETE'
  /** Behind `/v1`, with its query. */
  readonly path: string
  readonly body?: object
  /** Absent: this is not asked by way of the command. */
  readonly cli?: readonly string[]
}

/** A part of a path; what comes from a modem is never taken for more than that. */
const part = encodeURIComponent

export const operations = {
  listSims: (limit: number): Operation => ({
    method: 'GET',
    path: `/sims?limit=${limit}`,
    cli: ['sims', 'list', '--limit', `${limit}`],
  }),
  getSim: (simId: string): Operation => ({
    method: 'GET',
    path: `/sims/${part(simId)}`,
    cli: ['sims', 'get', '--sim-id', simId],
  }),
  /** Partial matches come, too: whoever asks compares. */
  searchSims: (by: 'iccid' | 'imsi', value: string): Operation => ({
    method: 'GET',
    path: `/query/sims?${by}=${part(value)}&limit=10`,
    cli: ['query', 'sims', `--${by}`, value, '--limit', '10'],
  }),
  /** `fromMs`: milliseconds since 1970. */
  listSimSessionEvents: (simId: string, fromMs: number, limit: number): Operation => ({
    method: 'GET',
    path: `/sims/${part(simId)}/events/sessions?from=${fromMs}&limit=${limit}`,
    cli: [
      'sims',
      'session-events',
      '--sim-id',
      simId,
      '--from',
      `${fromMs}`,
      '--limit',
      `${limit}`,
    ],
  }),
  /** Seconds since 1970; one row for some five minutes. */
  getAirStatsOfSim: (simId: string, fromS: number, toS: number): Operation => ({
    method: 'GET',
    path: `/stats/air/sims/${part(simId)}?from=${fromS}&to=${toS}&period=minutes`,
    cli: [
      ...['stats', 'air', 'sims', 'get', '--sim-id', simId],
      ...['--from', `${fromS}`, '--to', `${toS}`, '--period', 'minutes'],
    ],
  }),
  getGroup: (groupId: string): Operation => ({
    method: 'GET',
    path: `/groups/${part(groupId)}`,
    cli: ['groups', 'get', '--group-id', groupId],
  }),
  deleteSimSession: (simId: string): Operation => ({
    method: 'POST',
    path: `/sims/${part(simId)}/delete_session`,
    cli: ['sims', 'delete-session', '--sim-id', simId],
  }),
  sendDownlinkPing: (simId: string, count: number, timeoutS: number): Operation => ({
    method: 'POST',
    path: `/sims/${part(simId)}/downlink/ping`,
    body: { numberOfPingRequests: count, timeoutSeconds: timeoutS },
    cli: [
      ...['sims', 'downlink-ping', '--sim-id', simId],
      ...['--number-of-ping-requests', `${count}`, '--timeout-seconds', `${timeoutS}`],
    ],
  }),
  listPortMappingsForSubscriber: (imsi: string): Operation => ({
    method: 'GET',
    path: `/port_mappings/subscribers/${part(imsi)}`,
    cli: ['port-mappings', 'get', '--imsi', imsi],
  }),
  listPortMappingsForSim: (simId: string): Operation => ({
    method: 'GET',
    path: `/port_mappings/sims/${part(simId)}`,
  }),
  /** Without ranges of addresses: for connections from the address that asks. */
  createPortMapping: (simId: string, port: number, durationS: number): Operation => {
    const body = { destination: { simId, port }, duration: durationS, tlsRequired: false }
    const cli = ['port-mappings', 'create', '--body', JSON.stringify(body)]
    return { method: 'POST', path: '/port_mappings', body, cli }
  },
  deletePortMapping: (ipAddress: string, port: number): Operation => ({
    method: 'DELETE',
    path: `/port_mappings/${part(ipAddress)}/${port}`,
    cli: ['port-mappings', 'delete', '--ip-address', ipAddress, '--port', `${port}`],
  }),
  listSimPacketCaptureSessions: (simId: string): Operation => ({
    method: 'GET',
    path: `/sims/${part(simId)}/packet_capture_sessions?limit=10`,
  }),
  createSimPacketCaptureSession: (simId: string, durationS: number): Operation => ({
    method: 'POST',
    path: `/sims/${part(simId)}/packet_capture_sessions`,
    body: { duration: durationS, prefix: 'modem-bench' },
  }),
} as const
