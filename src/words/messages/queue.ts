import { text } from '../message.ts'

/** The queue: what asks for you, most urgent first; and the timeline under it. */
export const QUEUE = {
  'queue.title': text({ ar: 'ما يطلبك', en: 'What asks for you', fr: 'Ce qui vous réclame', tr: 'Sizi bekleyenler' }),
  'queue.empty': text({ ar: 'لا شيء يطلبك', en: 'Nothing asks for you', fr: 'Rien ne vous réclame', tr: 'Sizi bekleyen yok' }),
  'queue.emptyTodo': text<'count'>({
    ar: 'نراقب {count, plural, zero {سماءً خالية} one {مساراً واحداً} two {مسارين} few {# مسارات} many {# مساراً} other {# مسار}}.',
    en: 'Watching {count, plural, =0 {an empty sky} one {1 track} other {# tracks}}.',
    fr: '{count, plural, =0 {Ciel vide sous surveillance} one {1 piste suivie} other {# pistes suivies}}.',
    tr: '{count, plural, =0 {Boş gökyüzü izleniyor} other {# iz izleniyor}}.',
  }),
  'queue.new': text<'count'>({
    ar: '{count, plural, zero {لا جديد} one {إنذار جديد} two {إنذاران جديدان} few {# إنذارات جديدة} many {# إنذاراً جديداً} other {# إنذار جديد}}',
    en: '{count} new',
    fr: '{count, plural, one {# nouvelle} other {# nouvelles}}',
    tr: '{count} yeni',
  }),
  'queue.showNew': text({ ar: 'أظهرها في مكانها', en: 'Put them in their place', fr: 'Les mettre à leur place', tr: 'Yerlerine koy' }),
  'queue.claims': text<'members'>({
    ar: '{members, plural, zero {لا ادّعاء} one {ادّعاء واحد} two {ادّعاءان} few {# ادّعاءات} many {# ادّعاءً} other {# ادّعاء}} بلا جسم',
    en: '{members, plural, one {1 claim} other {# claims}}, no body',
    fr: '{members, plural, one {1 déclaration} other {# déclarations}} sans objet',
    tr: '{members} beyan, cisim yok',
  }),
  'queue.timeToZone': text({ ar: 'إلى المنطقة', en: 'To zone', fr: 'Avant la zone', tr: 'Bölgeye' }),
  'queue.distance': text({ ar: 'المسافة', en: 'Distance', fr: 'Distance', tr: 'Mesafe' }),
  'queue.inside': text({ ar: 'في الداخل', en: 'Inside', fr: 'Dedans', tr: 'İçeride' }),
  'queue.sites': text({ ar: 'المواقع', en: 'Sites', fr: 'Sites', tr: 'Tesisler' }),
  'queue.moreSites': text<'count'>({
    ar: '{count, plural, zero {} one {وموقع آخر} two {وموقعان آخران} few {و# مواقع أخرى} many {و# موقعاً آخر} other {و# موقع آخر}}',
    en: 'and {count} more',
    fr: 'et {count, plural, one {# autre} other {# autres}}',
    tr: 've {count} tane daha',
  }),
  'queue.shelvedUntil': text<'atMs'>({
    ar: 'مُرجأ حتى {atMs}',
    en: 'Shelved until {atMs}',
    fr: 'Mise de côté jusqu’à {atMs}',
    tr: '{atMs} saatine kadar ertelendi',
  }),
  'queue.acknowledgedBy': text<'person'>({
    ar: 'أقرّه {person}',
    en: 'Acknowledged by {person}',
    fr: 'Acquittée par {person}',
    tr: 'Onaylayan: {person}',
  }),
  'queue.raised': text<'agoS'>({
    ar: 'رُفع قبل {agoS}',
    en: 'Raised {agoS} ago',
    fr: 'Déclenchée il y a {agoS}',
    tr: '{agoS} önce verildi',
  }),
  'queue.sound': text({ ar: 'الصوت', en: 'Sound', fr: 'Son', tr: 'Ses' }),

  'alert.acknowledge': text({ ar: 'إقرار', en: 'Acknowledge', fr: 'Acquitter', tr: 'Onayla' }),
  'alert.shelve': text({ ar: 'إرجاء', en: 'Shelve', fr: 'Mettre de côté', tr: 'Ertele' }),
  'alert.shelveFor': text({ ar: 'إرجاء لمدة', en: 'Shelve for', fr: 'Mettre de côté pendant', tr: 'Erteleme süresi' }),
  'alert.shelveMinutes': text<'count'>({
    ar: '{count, plural, zero {# دقيقة} one {دقيقة واحدة} two {دقيقتان} few {# دقائق} many {# دقيقة} other {# دقيقة}}',
    en: '{count} min',
    fr: '{count} min',
    tr: '{count} dk',
  }),
  'alert.why': text({ ar: 'السبب', en: 'Reason', fr: 'Motif', tr: 'Gerekçe' }),
  'alert.whyHint': text({ ar: 'يبقى في السجل', en: 'Stays on record', fr: 'Reste consigné', tr: 'Kayıtta kalır' }),
  'alert.open': text({ ar: 'افتح', en: 'Open', fr: 'Ouvrir', tr: 'Aç' }),

  'timeline.title': text({ ar: 'خط الزمن', en: 'Timeline', fr: 'Chronologie', tr: 'Zaman çizgisi' }),
  'timeline.now': text({ ar: 'الآن', en: 'Now', fr: 'Maintenant', tr: 'Şimdi' }),
  'timeline.behind': text<'sinceS'>({ ar: 'متأخر {sinceS}', en: '{sinceS} behind', fr: '{sinceS} de retard', tr: '{sinceS} geride' }),
  'timeline.alertAt': text<'atMs' | 'text'>({ ar: '{atMs}: {text}', en: '{atMs}: {text}', fr: '{atMs} : {text}', tr: '{atMs}: {text}' }),
  'timeline.empty': text({
    ar: 'لا إنذارات في هذه المدة',
    en: 'No alerts in this span',
    fr: 'Aucune alerte sur cette période',
    tr: 'Bu sürede alarm yok',
  }),
  'timeline.rate': text<'count'>({ ar: 'السرعة ×{count}', en: 'Speed ×{count}', fr: 'Vitesse ×{count}', tr: 'Hız ×{count}' }),
}
