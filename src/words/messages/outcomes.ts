import type { Outcome } from '../../model/command.ts'
import { text, type Sentence } from '../message.ts'

type OutcomeKey = Outcome extends infer O
  ? O extends { result: infer R extends string; why: infer W extends string }
    ? `outcome.${R}.${W}`
    : O extends { result: infer R extends string }
      ? `outcome.${R}`
      : never
  : never

/** What became of a command, said to the person who gave it: what it is, and what to do. */
export const OUTCOMES = {
  'outcome.done': text({ ar: 'تمّ، وهو في السجل', en: 'Done, and on record', fr: 'Fait, et consigné', tr: 'Yapıldı, kayıtta' }),
  'outcome.forbidden.not-your-post': text({
    ar: 'ليس من صلاحيات منصبك. اطلبه من صاحب المنصب.',
    en: 'Not within your post. Ask whoever holds it.',
    fr: 'Hors des attributions de votre poste. Adressez-vous à son titulaire.',
    tr: 'Görev yerinizin yetkisinde değil. Yetkilisinden isteyin.',
  }),
  'outcome.forbidden.unknown-person': text({
    ar: 'لا نعرفك في هذه المناسبة. سجّل الدخول من جديد.',
    en: 'This event does not know you. Sign in again.',
    fr: 'Cet événement ne vous connaît pas. Reconnectez-vous.',
    tr: 'Bu etkinlikte tanınmıyorsunuz. Yeniden oturum açın.',
  }),
  'outcome.forbidden.no-agreement': text({
    ar: 'لا اتفاق نافذ يسمح بذلك.',
    en: 'No agreement in force allows it.',
    fr: 'Aucun accord en vigueur ne le permet.',
    tr: 'Yürürlükteki hiçbir anlaşma buna izin vermiyor.',
  }),
  'outcome.refused.no-such-alert': text({
    ar: 'لم يعد هذا الإنذار قائماً.',
    en: 'That alert is no longer there.',
    fr: 'Cette alerte n’existe plus.',
    tr: 'Bu alarm artık yok.',
  }),
  'outcome.refused.no-such-node': text({
    ar: 'لا عقدة بهذا الاسم.',
    en: 'There is no such node.',
    fr: 'Ce nœud n’existe pas.',
    tr: 'Böyle bir düğüm yok.',
  }),
  'outcome.refused.no-such-track': text({
    ar: 'لم يعد هذا المسار قائماً.',
    en: 'That track has ended.',
    fr: 'Cette piste est terminée.',
    tr: 'Bu iz sona erdi.',
  }),
  'outcome.refused.nothing-claimed': text({
    ar: 'لم يدّعِ هذا الجسم شيئاً.',
    en: 'This object has claimed nothing.',
    fr: 'Cet objet n’a rien déclaré.',
    tr: 'Bu cisim bir şey beyan etmedi.',
  }),
  'outcome.refused.already': text({ ar: 'سبق أن تمّ.', en: 'Already done.', fr: 'Déjà fait.', tr: 'Zaten yapıldı.' }),
  'outcome.refused.not-now': text({ ar: 'لا يمكن الآن.', en: 'Not possible now.', fr: 'Impossible maintenant.', tr: 'Şu an yapılamaz.' }),
  'outcome.refused.erased': text({
    ar: 'مُحي مفتاحه بحكم القاعدة، فلا أحد يستطيع فتحه بعد الآن. طلبك في السجل.',
    en: 'Its key has been erased by rule: nobody can open it any more. Your asking is on record.',
    fr: 'Sa clé a été effacée selon la règle : plus personne ne peut l’ouvrir. Votre demande est consignée.',
    tr: 'Anahtarı kural gereği silindi: artık kimse açamaz. İsteğiniz kayıtta.',
  }),
  'outcome.failed': text({
    ar: 'لم يصل الأمر إلى الخادم. أعد المحاولة.',
    en: 'The server did not answer. Try again.',
    fr: 'Le serveur n’a pas répondu. Réessayez.',
    tr: 'Sunucu yanıt vermedi. Yeniden deneyin.',
  }),
} satisfies { readonly [K in OutcomeKey | 'outcome.failed']: Sentence }
