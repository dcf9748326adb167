import { text } from '../message.ts'

/** The map's own controls beyond those of `session.ts`. */
export const MAP = {
  'map.allHeights': text({ ar: 'كل الارتفاعات', en: 'All heights', fr: 'Toutes hauteurs', tr: 'Tüm yükseklikler' }),
  'map.tilt': text({ ar: 'منظور مائل', en: 'Tilted view', fr: 'Vue inclinée', tr: 'Eğik görünüm' }),
  'map.objects': text({
    ar: 'ما يطلبك على الخريطة',
    en: 'On the map, asking for you',
    fr: 'Sur la carte, à traiter',
    tr: 'Haritada sizi bekleyenler',
  }),
  'map.controls': text({ ar: 'أزرار الخريطة', en: 'Map controls', fr: 'Commandes de la carte', tr: 'Harita düğmeleri' }),
  'map.zonesAt': text<'heightM'>({
    ar: 'المناطق على ارتفاع {heightM} فوق البحر',
    en: 'Zones at {heightM} above the sea',
    fr: 'Zones à {heightM} au-dessus de la mer',
    tr: 'Deniz üstü {heightM} yükseklikteki bölgeler',
  }),
}
