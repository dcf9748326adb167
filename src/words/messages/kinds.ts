import type { AlertState, Identity, Priority } from '../../model/assessment.ts'
import type { AlertView, FeedHealthView, NodeView, ZoneView } from '../../model/api.ts'
import type { Agreement, NodeDefinition, Site } from '../../model/event.ts'
import type { ObjectClass } from '../../model/track.ts'
import { text, type Sentence } from '../message.ts'

/** Words for every closed list of the model. A new member without its words does not compile. */

export const IDENTITIES = {
  'identity.pending': text({ ar: 'قيد التحديد', en: 'Pending', fr: 'En attente', tr: 'Beklemede' }),
  'identity.unknown': text({ ar: 'مجهول', en: 'Unknown', fr: 'Inconnu', tr: 'Bilinmiyor' }),
  'identity.assumed-friend': text({ ar: 'صديق مفترض', en: 'Assumed friend', fr: 'Présumé ami', tr: 'Dost sayılan' }),
  'identity.friend': text({ ar: 'صديق', en: 'Friend', fr: 'Ami', tr: 'Dost' }),
  'identity.neutral': text({ ar: 'محايد', en: 'Neutral', fr: 'Neutre', tr: 'Tarafsız' }),
  'identity.suspect': text({ ar: 'مشتبه به', en: 'Suspect', fr: 'Suspect', tr: 'Şüpheli' }),
  'identity.hostile': text({ ar: 'معادٍ', en: 'Hostile', fr: 'Hostile', tr: 'Düşman' }),
} satisfies { readonly [I in Identity as `identity.${I}`]: Sentence }

export const CLASSES = {
  'class.multirotor': text({ ar: 'مسيّرة متعددة المراوح', en: 'Multirotor', fr: 'Multirotor', tr: 'Çok pervaneli' }),
  'class.fixed-wing': text({ ar: 'مسيّرة ثابتة الجناح', en: 'Fixed-wing drone', fr: 'Drone à voilure fixe', tr: 'Sabit kanatlı dron' }),
  'class.airplane': text({ ar: 'طائرة', en: 'Airplane', fr: 'Avion', tr: 'Uçak' }),
  'class.helicopter': text({ ar: 'مروحية', en: 'Helicopter', fr: 'Hélicoptère', tr: 'Helikopter' }),
  'class.bird': text({ ar: 'طائر', en: 'Bird', fr: 'Oiseau', tr: 'Kuş' }),
  'class.ground-vehicle': text({ ar: 'مركبة', en: 'Ground vehicle', fr: 'Véhicule', tr: 'Kara aracı' }),
  'class.balloon': text({ ar: 'منطاد', en: 'Balloon', fr: 'Ballon', tr: 'Balon' }),
  'class.clutter': text({ ar: 'صدى زائف', en: 'Clutter', fr: 'Fouillis', tr: 'Yalancı yankı' }),
  'class.unknown': text({ ar: 'جسم', en: 'Object', fr: 'Objet', tr: 'Cisim' }),
} satisfies { readonly [C in ObjectClass as `class.${C}`]: Sentence }

export const PRIORITIES = {
  'priority.1': text({ ar: 'أولوية عاجلة', en: 'Urgent', fr: 'Urgent', tr: 'Acil' }),
  'priority.2': text({ ar: 'أولوية عالية', en: 'High', fr: 'Élevé', tr: 'Yüksek' }),
  'priority.3': text({ ar: 'أولوية عادية', en: 'Routine', fr: 'Courant', tr: 'Olağan' }),
} satisfies { readonly [P in Priority as `priority.${P}`]: Sentence }

export const ALERT_KINDS = {
  'alert.intrusion': text({ ar: 'اختراق', en: 'Intrusion', fr: 'Intrusion', tr: 'İhlal' }),
  'alert.claims-without-body': text({
    ar: 'ادّعاءات بلا جسم',
    en: 'Claims without a body',
    fr: 'Déclarations sans objet',
    tr: 'Cisimsiz beyanlar',
  }),
  'alert.node-silent': text({ ar: 'عقدة صامتة', en: 'Node silent', fr: 'Nœud muet', tr: 'Düğüm sessiz' }),
  'alert.clearance-broken': text({ ar: 'خرق تصريح', en: 'Clearance broken', fr: 'Autorisation enfreinte', tr: 'Uçuş izni aşıldı' }),
} satisfies { readonly [K in AlertView['kind'] as `alert.${K}`]: Sentence }

export const ALERT_STATES = {
  'alert-state.unacknowledged': text({ ar: 'لم يُقَرّ', en: 'Unacknowledged', fr: 'Non acquittée', tr: 'Onaylanmadı' }),
  'alert-state.acknowledged': text({ ar: 'أُقِرّ', en: 'Acknowledged', fr: 'Acquittée', tr: 'Onaylandı' }),
  'alert-state.returned': text({ ar: 'عاد طبيعياً', en: 'Returned to normal', fr: 'Revenue à la normale', tr: 'Normale döndü' }),
  'alert-state.shelved': text({ ar: 'مُرجأ', en: 'Shelved', fr: 'Mise de côté', tr: 'Ertelendi' }),
  'alert-state.cleared': text({ ar: 'انتهى', en: 'Cleared', fr: 'Levée', tr: 'Kapandı' }),
} satisfies { readonly [S in AlertState as `alert-state.${S}`]: Sentence }

export const NODE_STATES = {
  'node-state.expected': text({ ar: 'متوقَّعة', en: 'Expected', fr: 'Attendu', tr: 'Bekleniyor' }),
  'node-state.pending': text({ ar: 'تنتظر القبول', en: 'Waits for acceptance', fr: 'En attente d’admission', tr: 'Kabul bekliyor' }),
  'node-state.operational': text({ ar: 'تعمل', en: 'Operational', fr: 'Opérationnel', tr: 'Çalışıyor' }),
  'node-state.silent': text({ ar: 'صامتة', en: 'Silent', fr: 'Muet', tr: 'Sessiz' }),
  'node-state.fault': text({ ar: 'عطل', en: 'Fault', fr: 'En panne', tr: 'Arızalı' }),
  'node-state.goodbye': text({ ar: 'انصرفت', en: 'Signed off', fr: 'Déconnecté', tr: 'Ayrıldı' }),
  'node-state.refused': text({ ar: 'مرفوضة', en: 'Refused', fr: 'Refusé', tr: 'Reddedildi' }),
  'node-state.status-only': text({ ar: 'حالة فقط', en: 'Status only', fr: 'État seul', tr: 'Yalnız durum' }),
} satisfies { readonly [S in NodeView['state'] as `node-state.${S}`]: Sentence }

export const FEED_STATES = {
  'feed-state.waiting': text({ ar: 'ينتظر', en: 'Waiting', fr: 'En attente', tr: 'Bekliyor' }),
  'feed-state.live': text({ ar: 'حيّ', en: 'Live', fr: 'En direct', tr: 'Canlı' }),
  'feed-state.silent': text({ ar: 'صامت', en: 'Silent', fr: 'Muet', tr: 'Sessiz' }),
} satisfies { readonly [S in FeedHealthView['state'] as `feed-state.${S}`]: Sentence }

export const SENSORS = {
  'sensor.radar': text({ ar: 'رادار', en: 'Radar', fr: 'Radar', tr: 'Radar' }),
  'sensor.rf': text({ ar: 'كاشف لاسلكي', en: 'Radio detector', fr: 'Détecteur radio', tr: 'Telsiz algılayıcı' }),
  'sensor.camera': text({ ar: 'كاميرا', en: 'Camera', fr: 'Caméra', tr: 'Kamera' }),
  'sensor.acoustic': text({ ar: 'كاشف صوتي', en: 'Acoustic', fr: 'Acoustique', tr: 'Akustik' }),
  'sensor.remote-id': text({ ar: 'مستقبل Remote ID', en: 'Remote ID receiver', fr: 'Récepteur Remote ID', tr: 'Remote ID alıcısı' }),
  'sensor.ads-b': text({ ar: 'مستقبل ADS-B', en: 'ADS-B receiver', fr: 'Récepteur ADS-B', tr: 'ADS-B alıcısı' }),
  'sensor.system': text({ ar: 'منظومة أخرى', en: 'Other system', fr: 'Autre système', tr: 'Başka sistem' }),
  'sensor.human': text({ ar: 'مراقب', en: 'Observer', fr: 'Observateur', tr: 'Gözcü' }),
} satisfies { readonly [K in NodeDefinition['sensor'] as `sensor.${K}`]: Sentence }

export const ZONE_KINDS = {
  'zone.alert': text({ ar: 'منطقة تنبيه', en: 'Alert zone', fr: 'Zone d’alerte', tr: 'İkaz bölgesi' }),
  'zone.warning': text({ ar: 'منطقة تحذير', en: 'Warning zone', fr: 'Zone d’avertissement', tr: 'Uyarı bölgesi' }),
  'zone.critical': text({ ar: 'منطقة حرجة', en: 'Critical zone', fr: 'Zone critique', tr: 'Kritik bölge' }),
  'zone.geo': text({ ar: 'نطاق جغرافي وطني', en: 'National geo-zone', fr: 'Zone géographique nationale', tr: 'Ulusal coğrafi bölge' }),
  'zone.restriction': text({ ar: 'تقييد مؤقت', en: 'Temporary restriction', fr: 'Restriction temporaire', tr: 'Geçici kısıtlama' }),
} satisfies { readonly [K in ZoneView['kind'] as `zone.${K}`]: Sentence }

export const SITE_KINDS = {
  'site.stadium': text({ ar: 'استاد', en: 'Stadium', fr: 'Stade', tr: 'Stadyum' }),
  'site.residence': text({ ar: 'مقر إقامة', en: 'Residence', fr: 'Résidence', tr: 'Konaklama' }),
  'site.training': text({ ar: 'ملعب تدريب', en: 'Training ground', fr: 'Terrain d’entraînement', tr: 'Antrenman sahası' }),
  'site.airport': text({ ar: 'مطار', en: 'Airport', fr: 'Aéroport', tr: 'Havalimanı' }),
  'site.port': text({ ar: 'ميناء', en: 'Port', fr: 'Port', tr: 'Liman' }),
  'site.base': text({ ar: 'قاعدة عسكرية', en: 'Military base', fr: 'Base militaire', tr: 'Askerî üs' }),
  'site.coast': text({ ar: 'ساحل', en: 'Coast', fr: 'Côte', tr: 'Kıyı' }),
  'site.fan-zone': text({ ar: 'منطقة مشجعين', en: 'Fan zone', fr: 'Zone de supporters', tr: 'Taraftar alanı' }),
  'site.mobile': text({ ar: 'موقع متنقل', en: 'Mobile site', fr: 'Site mobile', tr: 'Hareketli tesis' }),
  'site.headquarters': text({ ar: 'مقر قيادة', en: 'Headquarters', fr: 'Quartier général', tr: 'Karargâh' }),
} satisfies { readonly [K in Site['kind'] as `site.${K}`]: Sentence }

export const AGREEMENT_STATES = {
  'agreement.drafted': text({ ar: 'مسودة', en: 'Drafted', fr: 'Rédigé', tr: 'Taslak' }),
  'agreement.signed': text({ ar: 'موقَّع', en: 'Signed', fr: 'Signé', tr: 'İmzalandı' }),
  'agreement.awaiting-ratification': text({
    ar: 'بانتظار التصديق',
    en: 'Awaiting ratification',
    fr: 'En attente de ratification',
    tr: 'Onay bekliyor',
  }),
  'agreement.in-force': text({ ar: 'نافذ', en: 'In force', fr: 'En vigueur', tr: 'Yürürlükte' }),
  'agreement.ended': text({ ar: 'منتهٍ', en: 'Ended', fr: 'Terminé', tr: 'Sona erdi' }),
} satisfies { readonly [S in Agreement['state'] as `agreement.${S}`]: Sentence }
