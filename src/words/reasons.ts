import type { ReasonCode } from '../model/reason.ts'
import type { Sentence } from './message.ts'

/**
 * Why we think so: one sentence per reason code. Short, present tense, no full stop; parameters carry their units
 * from the catalogue. Turkish never hangs a case ending on a parameter: the ending would depend on its last vowel.
 */
export const REASONS = {
  'body-seen': {
    ar: '{sensors, plural, zero {لا يرى أي مستشعر جسماً} one {مستشعر واحد يرى جسماً} two {مستشعران يريان جسماً} few {# مستشعرات ترى جسماً} many {# مستشعراً ترى جسماً} other {# مستشعر ترى جسماً}}',
    en: '{sensors, plural, =0 {No sensor sees a body} one {One sensor sees a body} other {# sensors see a body}}',
    fr: '{sensors, plural, =0 {Aucun capteur ne voit d’objet} one {Un capteur voit un objet} other {# capteurs voient un objet}}',
    tr: '{sensors, plural, =0 {Hiçbir sensör cisim görmüyor} one {Bir sensör cisim görüyor} other {# sensör cisim görüyor}}',
  },
  'body-seen-by': {
    ar: 'رأى {node} جسماً قبل {agoS}',
    en: '{node} saw a body {agoS} ago',
    fr: '{node} a vu un objet il y a {agoS}',
    tr: '{node} {agoS} önce cisim gördü',
  },
  'claim-only': {
    ar: 'ادّعاء فقط ({claim})، ولا يرى أي مستشعر جسماً',
    en: 'Only a claim ({claim}), no sensor sees a body',
    fr: 'Seulement une déclaration ({claim}), aucun capteur ne voit d’objet',
    tr: 'Yalnız beyan ({claim}), hiçbir sensör cisim görmüyor',
  },
  'claim-without-body': {
    ar: '{claims, plural, zero {لا ادّعاء} one {ادّعاء واحد} two {ادّعاءان} few {# ادّعاءات} many {# ادّعاءً} other {# ادّعاء}} في دائرة نصف قطرها {radiusM}، ولا جسم وراءها',
    en: 'No body behind {claims, plural, one {one claim} other {# claims}} within {radiusM}',
    fr: 'Aucun objet derrière {claims, plural, one {une déclaration} other {# déclarations}} dans un rayon de {radiusM}',
    tr: '{radiusM} yarıçapta {claims, plural, one {bir beyan} other {# beyan}}, arkasında cisim yok',
  },
  'claim-agrees': {
    ar: 'ادّعاؤه ({claim}) يطابق ما تراه المستشعرات، بفارق {distanceM}',
    en: 'Its claim ({claim}) agrees with the sensors to {distanceM}',
    fr: 'Sa déclaration ({claim}) concorde avec les capteurs à {distanceM} près',
    tr: 'Beyanı ({claim}) sensörlerle uyuşuyor, fark {distanceM}',
  },
  'claim-contradicted': {
    ar: 'ادّعاؤه ({claim}) يبعد {distanceM} عمّا تراه المستشعرات',
    en: 'Its claim ({claim}) is {distanceM} from where sensors see it',
    fr: 'Sa déclaration ({claim}) est à {distanceM} de l’objet vu par les capteurs',
    tr: 'Beyanı ({claim}) sensörlerin gördüğü yerden {distanceM} uzakta',
  },
  'no-claim': {
    ar: 'لا يعرّف بنفسه منذ {sinceS}',
    en: 'No identification for {sinceS}',
    fr: 'Sans identification depuis {sinceS}',
    tr: '{sinceS} süredir kimlik bildirmiyor',
  },
  'no-radio': {
    ar: 'صامت لاسلكياً منذ {sinceS}',
    en: 'Radio-silent for {sinceS}',
    fr: 'Silence radio depuis {sinceS}',
    tr: '{sinceS} süredir telsiz sessiz',
  },
  callsign: {
    ar: 'نداؤه {callsign}',
    en: 'Call sign {callsign}',
    fr: 'Indicatif {callsign}',
    tr: 'Çağrı adı {callsign}',
  },
  'clearance-matches': {
    ar: 'مصرَّح له بالطيران: {clearance}، {operator}',
    en: 'Cleared to fly: {clearance}, {operator}',
    fr: 'Vol autorisé : {clearance}, {operator}',
    tr: 'Uçuş izni var: {clearance}, {operator}',
  },
  'clearance-broken': {
    ar: 'خالف التصريح {clearance}: {by, select, volume {خارج حيّزه} hours {خارج ساعاته} height {فوق ارتفاعه} other {خارج حدوده}}',
    en: 'Breaks clearance {clearance}: {by, select, volume {outside its volume} hours {outside its hours} height {above its ceiling} other {outside its limits}}',
    fr: 'Enfreint l’autorisation {clearance} : {by, select, volume {hors de son volume} hours {hors de ses horaires} height {au-dessus de son plafond} other {hors de ses limites}}',
    tr: '{clearance} izni aşıldı: {by, select, volume {hacminin dışında} hours {saatlerinin dışında} height {tavanının üstünde} other {sınırlarının dışında}}',
  },
  'kinematics-airliner': {
    ar: 'يطير كطائرة ركاب: {speedMps}، ارتفاع {heightM}',
    en: 'Flies like an airliner: {speedMps}, height {heightM}',
    fr: 'Vole comme un avion de ligne : {speedMps}, hauteur {heightM}',
    tr: 'Yolcu uçağı gibi uçuyor: {speedMps}, yükseklik {heightM}',
  },
  'kinematics-bird': {
    ar: 'يطير كطائر: {speedMps}',
    en: 'Flies like a bird: {speedMps}',
    fr: 'Vole comme un oiseau : {speedMps}',
    tr: 'Kuş gibi uçuyor: {speedMps}',
  },
  'kinematics-drone': {
    ar: 'يطير كمسيّرة: {speedMps}، ارتفاع {heightM}',
    en: 'Flies like a drone: {speedMps}, height {heightM}',
    fr: 'Vole comme un drone : {speedMps}, hauteur {heightM}',
    tr: 'Dron gibi uçuyor: {speedMps}, yükseklik {heightM}',
  },
  'heading-to-zone': {
    ar: 'متّجه إلى {zone}: {timeS}، {distanceM}',
    en: 'Heading for {zone}: {timeS}, {distanceM}',
    fr: 'Se dirige vers {zone} : {timeS}, {distanceM}',
    tr: '{zone} yönünde: {timeS}, {distanceM}',
  },
  'inside-zone': {
    ar: 'داخل {zone} منذ {sinceS}',
    en: 'Inside {zone} for {sinceS}',
    fr: 'Dans la zone {zone} depuis {sinceS}',
    tr: '{sinceS} süredir {zone} içinde',
  },
  'closest-approach': {
    ar: 'أقرب نقطة إلى مركز {zone}: {distanceM} بعد {timeS}',
    en: 'Closest to the centre of {zone}: {distanceM} in {timeS}',
    fr: 'Au plus près du centre de la zone {zone} : {distanceM} dans {timeS}',
    tr: '{zone} merkezine en yakın: {timeS} sonra {distanceM}',
  },
  'turned-away': {
    ar: 'ابتعد عن {zone}، على {distanceM}',
    en: 'Turned away from {zone} at {distanceM}',
    fr: 'S’est détourné de la zone {zone} à {distanceM}',
    tr: '{zone} yönünden döndü, mesafe {distanceM}',
  },
  'low-over-sea': {
    ar: 'منخفض فوق البحر: ارتفاع {heightM}، {speedMps}',
    en: 'Low over the sea: height {heightM}, {speedMps}',
    fr: 'Bas au-dessus de la mer : hauteur {heightM}, {speedMps}',
    tr: 'Deniz üstünde alçakta: yükseklik {heightM}, {speedMps}',
  },
  'people-beneath': {
    ar: '{headcount, plural, zero {لا أحد} one {شخص واحد} two {شخصان} few {# أشخاص} many {# شخصاً} other {# شخص}} في {site}',
    en: '{headcount, plural, =0 {Nobody} one {One person} other {# people}} at {site}',
    fr: '{site} : {headcount, plural, =0 {personne} one {une personne} other {# personnes}}',
    tr: '{site}: {headcount, plural, =0 {kimse yok} other {# kişi}}',
  },
  landed: {
    ar: 'هبط قبل {agoS}',
    en: 'Landed {agoS} ago',
    fr: 'Posé il y a {agoS}',
    tr: '{agoS} önce indi',
  },
  lost: {
    ar: 'فُقد قبل {agoS}',
    en: 'Lost {agoS} ago',
    fr: 'Perdu il y a {agoS}',
    tr: '{agoS} önce kayboldu',
  },
  'left-zones': {
    ar: 'خرج من المناطق قبل {agoS}',
    en: 'Left the zones {agoS} ago',
    fr: 'Sorti des zones il y a {agoS}',
    tr: '{agoS} önce bölgelerden çıktı',
  },
  'node-silent': {
    ar: '{node} صامت منذ {sinceMs}',
    en: '{node} silent since {sinceMs}',
    fr: '{node} muet depuis {sinceMs}',
    tr: '{node} sessiz, {sinceMs} saatinden beri',
  },
  'node-biased': {
    ar: 'سمت {node} منحرف \u2066{biasRad} ± {sigmaRad}\u2069',
    en: '{node} azimuth is off by {biasRad} ± {sigmaRad}',
    fr: 'Azimut de {node} décalé de {biasRad} ± {sigmaRad}',
    tr: '{node} istikamet sapması {biasRad} ± {sigmaRad}',
  },
  'local-track-of': {
    ar: '{node} يتابعه بمسار خاص به',
    en: '{node} holds its own track of it',
    fr: '{node} en tient sa propre piste',
    tr: '{node} kendi iziyle izliyor',
  },
  'fast-straight': {
    ar: 'سريع ومستقيم كالجناح الثابت: {speedMps}',
    en: 'Fast and straight, as a wing flies: {speedMps}',
    fr: 'Rapide et droit, comme une voilure fixe : {speedMps}',
    tr: 'Hızlı ve düz, sabit kanat gibi: {speedMps}',
  },
  'class-reported': {
    ar: 'تصنّفه المستشعرات: {class}، {probability}',
    en: 'Sensors take it for: {class}, {probability}',
    fr: 'Classé par les capteurs : {class}, {probability}',
    tr: 'Sensörlerin sınıfı: {class}, {probability}',
  },
  'radio-heard': {
    ar: '{sensors, plural, zero {لا مستشعر يسمع له بثاً} one {مستشعر واحد يسمع بثه اللاسلكي} two {مستشعران يسمعان بثه اللاسلكي} few {# مستشعرات تسمع بثه اللاسلكي} many {# مستشعراً تسمع بثه اللاسلكي} other {# مستشعر تسمع بثه اللاسلكي}}',
    en: '{sensors, plural, =0 {No sensor hears} one {One sensor hears} other {# sensors hear}} its radio',
    fr: '{sensors, plural, =0 {Aucun capteur n’entend} one {Un capteur entend} other {# capteurs entendent}} son émission radio',
    tr: '{sensors, plural, =0 {Hiçbir sensör} one {Bir sensör} other {# sensör}} telsiz yayınını {sensors, plural, =0 {duymuyor} other {duyuyor}}',
  },
  'surface-traffic': {
    ar: 'بطيء على الأرض أو الماء: {speedMps}',
    en: 'Slow, on the ground or the water: {speedMps}',
    fr: 'Lent, au sol ou sur l’eau : {speedMps}',
    tr: 'Yavaş, yerde veya suda: {speedMps}',
  },
  folded: {
    ar: 'واحد من {members, plural, zero {# ادّعاء} one {ادّعاء واحد} two {ادّعاءين} few {# ادّعاءات} many {# ادّعاءً} other {# ادّعاء}} مطويّة في سطر',
    en: 'One of {members, plural, one {# claim} other {# claims}} folded into a line',
    fr: 'Une des {members, plural, one {# déclaration} other {# déclarations}} repliées sur une ligne',
    tr: 'Tek satırda toplanan {members} beyandan biri',
  },
} satisfies { readonly [Code in ReasonCode]: Sentence }
