/**
 * Registers a SAPIENT node over TCP, waits until a person accepts it in the console, and reports one object for a few seconds.
 *
 *     npm start                                                        (in another terminal)
 *     node examples/03-sapient-node.ts [localhost:5020]
 *
 * docs/connect/sapient.md says what a node may say, and what is answered.
 */
import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { isReject } from '../src/base/reject.ts'
import { decodeSapient, encodeSapient, sapientFromJson } from '../src/wire/sapient/v2/decode.ts'
import { createSapientFramer, frameSapient, SAPIENT_MAX_FRAME_BYTES } from '../src/wire/sapient/v2/framing.ts'

const [host = 'localhost', port = '5020'] = (process.argv[2] ?? '').split(':').filter((part) => part !== '')
const nodeId = 'e8a3b1c2-0001-4a5b-8c6d-7e8f90a1b2c3'
const place = { x: 51.7, y: 25.6, z: 0, coordinateSystem: 'LOCATION_COORDINATE_SYSTEM_LAT_LNG_DEG_M', datum: 'LOCATION_DATUM_WGS84_E' }
const socket = connect(Number(port), host)

/** Messages are written in the protobuf JSON mapping, as `marsad encode` takes them. */
function send(content: object): void {
  const message = sapientFromJson({ timestamp: new Date().toISOString(), nodeId, ...content })
  if (isReject(message)) throw new Error(`${message.rejected}: ${message.detail}`)
  socket.write(frameSapient(encodeSapient(message)))
  console.log('sent:', Object.keys(content)[0])
}

function status(info: string, system: string, more: object = {}): void {
  send({ statusReport: { reportId: '01GGYFBAV4EEPB1398MKQ47E6E', info, system, mode: 'default', ...more } })
}

function report(second: number): void {
  // A real node takes a new ULID for each report, and one for each object that it follows.
  const location = { ...place, x: place.x + 0.0001 * second, z: 80, xError: 5, yError: 5, zError: 10 }
  send({ detectionReport: { reportId: `01GGYFBAXGDG7AGAHRZ6XSNY1${second}`, objectId: '01GGYFBAXH4VYRQYEX7S3XGK3H', location } })
}

async function speak(): Promise<void> {
  status('INFO_NEW', 'SYSTEM_OK', { nodeLocation: place })
  for (let second = 0; second < 5; second++) {
    report(second)
    await new Promise((wake) => setTimeout(wake, 1000))
  }
  status('INFO_NEW', 'SYSTEM_GOODBYE')
  socket.end()
}

const framer = createSapientFramer({ maxFrameBytes: SAPIENT_MAX_FRAME_BYTES })
socket.on('data', (chunk: Buffer) => {
  framer.push(chunk)
  for (let frame = framer.next(); frame !== undefined; frame = framer.next()) {
    const message = isReject(frame) ? frame : decodeSapient(frame)
    if (isReject(message)) throw new Error(`${message.rejected}: ${message.detail}`)
    console.log('answer:', message.content.case, message.content.case === 'error' ? message.content.value.errorMessage : '')
    if (message.content.case === 'registrationAck' && message.content.value.acceptance === true) void speak()
  }
})
const fixture = new URL('../test/fixtures/sapient/registration.sapient.json', import.meta.url)
send({ registration: (JSON.parse(readFileSync(fixture, 'utf8')) as { registration: object }).registration })
console.log('waiting to be accepted: the console lists this node under Nodes')
