import type { XmlNode } from './element.ts'
import type { ValueKind, ValueOf } from './values.ts'

/**
 * Elements below `detail` that have a type of their own.
 *
 * element   its name on the wire
 * fields    our name -> attribute and kind
 * text      the element's own text is kept as `text`
 * list      it may occur more than once, in an order that matters
 * numbered  attributes `<prefix>0`, `<prefix>1`, … become the list `<prefix>s`
 * children  typed children
 * open      children that are not typed are kept in `others`; else they leave the whole element untyped
 *
 * Sources: MITRE's sub-schemas (track 0.2, sensor 0.6, link, remarks, request 0.4, contact, uid), ATAK 4.x's examples and schemas.
 */
export type ElementTable = {
  readonly element: string
  readonly fields: Readonly<Record<string, readonly [attribute: string, kind: ValueKind]>>
  readonly text?: true
  readonly list?: true
  readonly numbered?: string
  readonly children?: Readonly<Record<string, ElementTable>>
  readonly open?: true
}

/** Values of one element. `undefined`: the attribute is absent. */
export type Typed<T extends ElementTable> = { readonly [K in keyof T['fields']]?: ValueOf<T['fields'][K][1]> } & (T extends {
  readonly text: true
}
  ? { readonly text?: string }
  : unknown) &
  (T extends { readonly numbered: infer P extends string } ? { readonly [K in `${P}s`]?: readonly string[] } : unknown) &
  (T extends { readonly children: infer C extends Readonly<Record<string, ElementTable>> } ? Children<C> : unknown) &
  (T extends { readonly open: true } ? { readonly others?: readonly XmlNode[] } : unknown)

type Children<C extends Readonly<Record<string, ElementTable>>> = {
  readonly [K in keyof C]?: C[K] extends { readonly list: true } ? readonly Typed<C[K]>[] : Typed<C[K]>
}

const CHAT = {
  fields: {
    chatroom: ['chatroom', 'text'],
    id: ['id', 'text'],
    senderCallsign: ['senderCallsign', 'text'],
    parent: ['parent', 'text'],
    groupOwner: ['groupOwner', 'boolean'],
    messageId: ['messageId', 'text'],
    deleteChild: ['deleteChild', 'text'],
  },
  children: { members: { element: 'chatgrp', fields: { id: ['id', 'text'] }, numbered: 'uid' } },
  open: true,
} as const

/** In the order in which they are written. */
export const DETAILS = {
  /** Who this is; a TAK client's endpoint is `*:-1:stcp` on a server. */
  contact: {
    element: 'contact',
    fields: {
      callsign: ['callsign', 'text'],
      endpoint: ['endpoint', 'text'],
      phone: ['phone', 'text'],
      name: ['name', 'text'],
      emailAddress: ['emailAddress', 'text'],
      xmppUsername: ['xmppUsername', 'text'],
      sipAddress: ['sipAddress', 'text'],
    },
  },
  /** Team colour and role of a TAK client. */
  group: { element: '__group', fields: { name: ['name', 'text'], role: ['role', 'text'] } },
  uid: { element: 'uid', fields: { droid: ['Droid', 'text'], nett: ['nett', 'text'] } },
  /** Motion: course from true north, speed in three dimensions, slope up from level; the `e…` ones are one sigma. */
  track: {
    element: 'track',
    fields: {
      courseDeg: ['course', 'number'],
      speedMps: ['speed', 'number'],
      slopeDeg: ['slope', 'number'],
      courseSigmaDeg: ['eCourse', 'number'],
      speedSigmaMps: ['eSpeed', 'number'],
      slopeSigmaDeg: ['eSlope', 'number'],
      version: ['version', 'text'],
    },
  },
  precisionLocation: { element: 'precisionlocation', fields: { pointSource: ['geopointsrc', 'text'], altSource: ['altsrc', 'text'] } },
  status: { element: 'status', fields: { batteryPercent: ['battery', 'integer'], readiness: ['readiness', 'boolean'] } },
  takv: {
    element: 'takv',
    fields: { device: ['device', 'text'], platform: ['platform', 'text'], os: ['os', 'text'], version: ['version', 'text'] },
  },
  /** Where a camera or radar looks: azimuth from true north, field of view and vertical field of view edge to edge. */
  sensor: {
    element: 'sensor',
    fields: {
      azimuthDeg: ['azimuth', 'number'],
      elevationDeg: ['elevation', 'number'],
      rollDeg: ['roll', 'number'],
      fovDeg: ['fov', 'number'],
      verticalFovDeg: ['vfov', 'number'],
      northDeg: ['north', 'number'],
      rangeM: ['range', 'number'],
      type: ['type', 'text'],
      model: ['model', 'text'],
      version: ['version', 'text'],
    },
  },
  /** An alert (`b-a-…`): its text is the sender's callsign; `cancel` ends it. */
  emergency: { element: 'emergency', fields: { type: ['type', 'text'], cancel: ['cancel', 'boolean'] }, text: true },
  geofence: {
    element: '__geofence',
    fields: {
      elevationMonitored: ['elevationMonitored', 'boolean'],
      minElevationM: ['minElevation', 'number'],
      maxElevationM: ['maxElevation', 'number'],
      monitor: ['monitor', 'text'],
      trigger: ['trigger', 'text'],
      tracking: ['tracking', 'boolean'],
      boundingSphereM: ['boundingSphere', 'number'],
    },
  },
  /** A task (`t-…`): where to answer, until when to say wilco or cantco, for whom, by whose authority; what is asked is in `others`. */
  request: {
    element: 'request',
    fields: {
      notify: ['notify', 'text'],
      wilcoByMs: ['wilcoby', 'time'],
      priority: ['priority', 'text'],
      to: ['to', 'text'],
      authority: ['authority', 'text'],
      streamTo: ['streamto', 'text'],
      version: ['version', 'text'],
    },
    open: true,
  },
  /** GeoChat (`b-t-f`); the message itself is in `remarks`. */
  chat: { element: '__chat', ...CHAT },
  chatReceipt: { element: '__chatreceipt', ...CHAT },
  /** A reference to a data package: the file is fetched from `url` and must have this SHA-256. */
  fileShare: {
    element: 'fileshare',
    fields: {
      filename: ['filename', 'text'],
      name: ['name', 'text'],
      senderCallsign: ['senderCallsign', 'text'],
      senderUid: ['senderUid', 'text'],
      url: ['senderUrl', 'text'],
      sha256: ['sha256', 'text'],
      sizeBytes: ['sizeInBytes', 'integer'],
    },
  },
  ackRequest: {
    element: 'ackrequest',
    fields: { uid: ['uid', 'text'], ackRequested: ['ackrequested', 'boolean'], tag: ['tag', 'text'] },
  },
  /** For whom a server should pass it on. */
  recipients: {
    element: 'marti',
    fields: {},
    children: {
      dest: {
        element: 'dest',
        list: true,
        fields: {
          callsign: ['callsign', 'text'],
          uid: ['uid', 'text'],
          group: ['group', 'text'],
          mission: ['mission', 'text'],
          missionGuid: ['mission-guid', 'text'],
          path: ['path', 'text'],
          after: ['after', 'text'],
          access: ['access', 'text'],
        },
      },
    },
  },
  serverDestination: { element: '__serverdestination', fields: { destinations: ['destinations', 'text'] } },
  /** Other entities: `relation` p-p parent, c-f fused from, …; a drawing's corners as `point`. */
  links: {
    element: 'link',
    list: true,
    fields: {
      uid: ['uid', 'text'],
      type: ['type', 'text'],
      relation: ['relation', 'text'],
      callsign: ['callsign', 'text'],
      parentCallsign: ['parent_callsign', 'text'],
      productionMs: ['production_time', 'time'],
      point: ['point', 'text'],
      remarks: ['remarks', 'text'],
      url: ['url', 'text'],
      mime: ['mime', 'text'],
      version: ['version', 'text'],
    },
  },
  creator: {
    element: 'creator',
    fields: { uid: ['uid', 'text'], callsign: ['callsign', 'text'], atMs: ['time', 'time'], type: ['type', 'text'] },
  },
  remarks: {
    element: 'remarks',
    fields: {
      source: ['source', 'text'],
      sourceId: ['sourceID', 'text'],
      to: ['to', 'text'],
      atMs: ['time', 'time'],
      keywords: ['keywords', 'text'],
      version: ['version', 'text'],
    },
    text: true,
  },
  icon: { element: 'usericon', fields: { iconSetPath: ['iconsetpath', 'text'] } },
  color: { element: 'color', fields: { argb: ['argb', 'integer'], value: ['value', 'integer'] } },
  archive: { element: 'archive', fields: {} },
  /** Protocol negotiation (`t-x-takp-…`). */
  takControl: {
    element: 'TakControl',
    fields: { minProtoVersion: ['minProtoVersion', 'integer'], maxProtoVersion: ['maxProtoVersion', 'integer'] },
    children: {
      supports: { element: 'TakProtocolSupport', list: true, fields: { version: ['version', 'integer'] } },
      request: { element: 'TakRequest', fields: { version: ['version', 'integer'] } },
      response: { element: 'TakResponse', fields: { status: ['status', 'boolean'] } },
      server: { element: 'TakServerVersionInfo', fields: { serverVersion: ['serverVersion', 'text'], apiVersion: ['apiVersion', 'text'] } },
    },
    open: true,
  },
} as const satisfies Readonly<Record<string, ElementTable>>

/** `detail` itself: what is not typed is kept in `others`, in its order. */
export const DETAIL = { element: 'detail', fields: {}, children: DETAILS, open: true } as const satisfies ElementTable

/** Attributes of `detail` itself have no meaning that is known; they are kept. */
export type CotDetail = Typed<typeof DETAIL> & { readonly attributes?: Readonly<Record<string, string>> }
