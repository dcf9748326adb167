import type { NationId } from '../model/ids.ts'
import type { Label } from '../model/label.ts'
import type { Site, Zone } from '../model/event.ts'
import type { Definition } from './definition.ts'

const nation = (id: string): NationId => id as NationId

function host(definition: Definition): NationId {
  return nation(definition.header?.host ?? '')
}

/** For the host's room alone. */
export function hostLabel(definition: Definition): Label {
  return { policy: 'MARSAD', classification: 'restricted', owner: host(definition), relTo: [host(definition)] }
}

/** What everybody at the event may know: its name, its phases, its published airspace. */
export function openLabel(definition: Definition): Label {
  const nations = [...definition.nations.values()].filter((each) => each.role !== 'observer').map((each) => nation(each.id))
  return { policy: 'MARSAD', classification: 'open', owner: host(definition), relTo: [...new Set([host(definition), ...nations])].sort() }
}

/** A site that two nations command is shared with the second under the agreement between them. */
export function siteLabel(definition: Definition, site: Site | undefined): Label {
  if (site?.partner === undefined) return hostLabel(definition)
  const { partner } = site
  const agreement = [...definition.agreements.values()].find(
    (each) => each.parties.includes(partner) && each.parties.includes(host(definition)),
  )
  return {
    ...hostLabel(definition),
    relTo: [host(definition), nation(partner)].sort(),
    ...(agreement === undefined ? {} : { agreement: agreement.id }),
  }
}

export function zoneLabel(definition: Definition, zone: Zone): Label {
  return zone.site === undefined ? openLabel(definition) : siteLabel(definition, definition.sites.get(zone.site))
}

/** A node that the event definition does not know is the host's alone. */
export function nodeLabel(definition: Definition, id: string): Label {
  const node = definition.nodes.get(id)
  if (node === undefined) return hostLabel(definition)
  return {
    policy: 'MARSAD',
    classification: 'restricted',
    owner: nation(node.owner),
    relTo: [...new Set([...node.relTo.map(nation), nation(node.owner)])].sort(),
    ...(node.agreement === undefined ? {} : { agreement: node.agreement }),
  }
}

/**
 * What is fused from several sources may go only to whom all of them may: the intersection. Where the sources come under
 * different agreements no one of them covers the whole, and it stays with the host.
 */
export function fusedLabel(definition: Definition, sources: readonly Label[]): Label {
  const own = hostLabel(definition)
  const first = sources[0]
  if (first === undefined) return own
  const agreements = new Set(sources.map((label) => label.agreement).filter((agreement) => agreement !== undefined))
  if (agreements.size > 1) return own
  let shared = [...first.relTo]
  for (const label of sources) shared = shared.filter((each) => label.relTo.includes(each))
  const [agreement] = agreements
  return { ...own, relTo: [...new Set([...shared, own.owner])].sort(), ...(agreement === undefined ? {} : { agreement }) }
}
